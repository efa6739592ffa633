package dev.primacy.rest.cxf;

import dev.primacy.rest.scenario.DefaultGuardScenario;

class DefaultGuardTest extends DefaultGuardScenario {
  DefaultGuardTest() {
    super(new CxfStack());
  }
}
