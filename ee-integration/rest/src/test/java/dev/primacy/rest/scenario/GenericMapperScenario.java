package dev.primacy.rest.scenario;

import static dev.primacy.rest.scenario.ScriptedRuntime.LEDGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.rest.scenario.resources.EveryExceptionMapper;
import org.junit.jupiter.api.Test;

/** An application with a mapper for everything: refusals stay refusals. */
public abstract class GenericMapperScenario extends Scenario {
  private final RestStack stack;

  /** Runs on this stack. */
  protected GenericMapperScenario(RestStack stack) {
    this.stack = stack;
  }

  @Override
  protected RestServer start() throws Exception {
    return stack.start(Listed.with(EveryExceptionMapper.class));
  }

  @Test
  void a_refusal_of_the_filter_stays_a_503() throws Exception {
    assertRefused(client.send("GET", "application-scoped"));
  }

  @Test
  void a_method_that_throws_is_answered_by_the_application_and_counted_out() throws Exception {
    LEDGER.primary(42);
    assertThat(client.send("POST", "application-scoped/defect").statusCode()).isEqualTo(418);
  }
}
