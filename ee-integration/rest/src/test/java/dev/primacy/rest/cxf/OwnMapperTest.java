package dev.primacy.rest.cxf;

import dev.primacy.rest.scenario.OwnMapperScenario;

class OwnMapperTest extends OwnMapperScenario {
  OwnMapperTest() {
    super(new CxfStack());
  }
}
