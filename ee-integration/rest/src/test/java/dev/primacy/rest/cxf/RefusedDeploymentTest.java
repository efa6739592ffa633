package dev.primacy.rest.cxf;

import dev.primacy.rest.scenario.RefusedDeploymentScenario;

class RefusedDeploymentTest extends RefusedDeploymentScenario {
  RefusedDeploymentTest() {
    super(new CxfStack());
  }
}
