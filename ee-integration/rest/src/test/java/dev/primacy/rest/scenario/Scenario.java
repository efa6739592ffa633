package dev.primacy.rest.scenario;

import static dev.primacy.rest.scenario.ScriptedRuntime.AUDIT;
import static dev.primacy.rest.scenario.ScriptedRuntime.LEDGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One application on one stack, started once; no call may be left in flight by any test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class Scenario {
  private RestServer server;

  /** What is asked. */
  protected Client client;

  /** Starts the application of this scenario. */
  protected abstract RestServer start() throws Exception;

  @BeforeAll
  void startServer() throws Exception {
    ScriptedRuntime.reset();
    server = start();
    client = new Client(server.base());
  }

  @AfterAll
  void stopServer() throws Exception {
    if (server != null) {
      server.stop().close();
    }
  }

  @BeforeEach
  void secondary() {
    ScriptedRuntime.reset();
    Journal.clear();
  }

  @AfterEach
  void nothingIsLeftInFlight() {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(LEDGER.inFlight() + AUDIT.inFlight()).isZero());
  }

  /** Whether the call was refused before anything of it ran. */
  protected void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(Journal.entries()).isEmpty();
  }
}
