package dev.primacy.rest.scenario;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.rest.scenario.resources.SkippingResource;
import org.junit.jupiter.api.Test;

/** What cannot be carried out is not deployed. */
public abstract class RefusedDeploymentScenario {
  private final RestStack stack;

  /** Runs on this stack. */
  protected RefusedDeploymentScenario(RestStack stack) {
    this.stack = stack;
  }

  @Test
  void a_rest_method_that_would_be_skipped_stops_the_deployment() {
    assertThatThrownBy(() -> stack.start(Listed.only(SkippingResource.class)))
        .hasStackTraceContaining("PRIMACY-1301")
        .hasStackTraceContaining("SkippingResource.skip");
  }
}
