package dev.primacy.rest.jersey;

import dev.primacy.rest.scenario.RefusedDeploymentScenario;

class RefusedDeploymentTest extends RefusedDeploymentScenario {
  RefusedDeploymentTest() {
    super(new JerseyStack());
  }
}
