package dev.primacy.rest.resteasy;

import dev.primacy.rest.scenario.OwnMapperScenario;

class OwnMapperTest extends OwnMapperScenario {
  OwnMapperTest() {
    super(new RestEasyStack());
  }
}
