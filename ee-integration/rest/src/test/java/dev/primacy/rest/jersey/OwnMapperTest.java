package dev.primacy.rest.jersey;

import dev.primacy.rest.scenario.OwnMapperScenario;

class OwnMapperTest extends OwnMapperScenario {
  OwnMapperTest() {
    super(new JerseyStack());
  }
}
