package dev.primacy.rest.scenario;

import static dev.primacy.rest.scenario.ScriptedRuntime.LEDGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.rest.scenario.resources.Authentication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether the guard or authentication is asked first, on a secondary and on the primary. */
public abstract class FilterPriorityScenario {
  private static final String KEY = "primacy.guard.filter-priority";

  private final RestStack stack;

  /** Runs on this stack. */
  protected FilterPriorityScenario(RestStack stack) {
    this.stack = stack;
  }

  private interface Start {
    RestServer server() throws Exception;
  }

  @BeforeEach
  @AfterEach
  void nothingConfigured() {
    System.clearProperty(KEY);
    ScriptedRuntime.reset();
    Journal.clear();
  }

  @Test
  void by_default_a_secondary_refuses_before_authentication() throws Exception {
    assertGuardIsFirst(this::listing);
    assertGuardIsFirst(this::scanning);
  }

  @Test
  void with_a_priority_after_authentication_nobody_unknown_learns_of_the_refusal()
      throws Exception {
    System.setProperty(KEY, "1001");
    assertAuthenticationIsFirst(this::listing);
    assertAuthenticationIsFirst(this::scanning);
  }

  @Test
  void any_other_priority_before_authentication_keeps_the_guard_first() throws Exception {
    System.setProperty(KEY, "999");
    assertGuardIsFirst(this::listing);
    assertGuardIsFirst(this::scanning);
  }

  private RestServer listing() throws Exception {
    return stack.start(Listed.with(Authentication.class));
  }

  private RestServer scanning() throws Exception {
    return stack.startScanning(Authentication.class);
  }

  private static void assertGuardIsFirst(Start start) throws Exception {
    ScriptedRuntime.reset();
    assertThat(status(start)).isEqualTo(503);
    LEDGER.primary(42);
    assertThat(status(start)).isEqualTo(401);
    assertThat(LEDGER.entries()).as("counted by one filter").isOne();
    // what is let in and answered by the next filter is counted out all the same
    await().untilAsserted(() -> assertThat(LEDGER.inFlight()).isZero());
  }

  private static void assertAuthenticationIsFirst(Start start) throws Exception {
    ScriptedRuntime.reset();
    assertThat(status(start)).isEqualTo(401);
    LEDGER.primary(42);
    assertThat(status(start)).isEqualTo(401);
    assertThat(LEDGER.entries()).isZero();
  }

  private static int status(Start start) throws Exception {
    RestServer server = start.server();
    try {
      return new Client(server.base()).send("GET", "application-scoped").statusCode();
    } finally {
      server.stop().close();
    }
  }
}
