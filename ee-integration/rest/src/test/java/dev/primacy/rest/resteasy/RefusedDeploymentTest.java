package dev.primacy.rest.resteasy;

import dev.primacy.rest.scenario.RefusedDeploymentScenario;

class RefusedDeploymentTest extends RefusedDeploymentScenario {
  RefusedDeploymentTest() {
    super(new RestEasyStack());
  }
}
