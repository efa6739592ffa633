package dev.primacy.rest.cxf;

import dev.primacy.rest.scenario.DrainScenario;

class DrainTest extends DrainScenario {
  DrainTest() {
    super(new CxfStack());
  }
}
