package dev.primacy.rest.scenario;

import static dev.primacy.rest.scenario.ScriptedRuntime.LEDGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.cdi.Enforcement;
import dev.primacy.cdi.GuardedMethod;
import dev.primacy.cdi.ScriptedRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An application whose resources are served without the filter, and that the extension could not
 * see: what is a bean refuses, also on the primary.
 */
public abstract class MissingFilterScenario extends Scenario {
  private final RestStack stack;

  /** Runs on this stack. */
  protected MissingFilterScenario(RestStack stack) {
    this.stack = stack;
  }

  @Override
  protected RestServer start() throws Exception {
    return stack.startWithoutFilter(Listed.with().withoutServices());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "request-scoped",
        "application-scoped",
        "interface",
        "interface/own-mapping",
        "superclass",
        "superclass/overridden",
        "superclass-level",
        "locator/bean"
      })
  void a_guarded_resource_that_is_a_bean_refuses_everywhere(String path) throws Exception {
    assertThat(client.send("GET", path).statusCode()).isEqualTo(500);
    LEDGER.primary(42);
    assertThat(client.send("GET", path).statusCode()).isEqualTo(500);
    assertThat(Journal.entries()).isEmpty();
    assertThat(LEDGER.entries()).isZero();
  }

  @Test
  void what_is_not_guarded_is_served() throws Exception {
    assertThat(client.send("GET", "application-scoped/open").statusCode()).isEqualTo(200);
    assertThat(client.send("GET", "interface/open").statusCode()).isEqualTo(200);
  }

  @Test
  void nobody_reports_a_filter() throws Exception {
    client.send("GET", "application-scoped");
    assertThat(ScriptedRegistry.latest().hasFilter()).isFalse();
    assertThat(ScriptedRegistry.latest().report())
        .flatExtracting(GuardedMethod::enforcedBy)
        .doesNotContain(Enforcement.FILTER);
  }
}
