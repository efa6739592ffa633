package dev.primacy.rest.resteasy;

import dev.primacy.rest.scenario.GenericMapperScenario;

class GenericMapperTest extends GenericMapperScenario {
  GenericMapperTest() {
    super(new RestEasyStack());
  }
}
