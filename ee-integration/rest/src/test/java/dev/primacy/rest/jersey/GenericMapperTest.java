package dev.primacy.rest.jersey;

import dev.primacy.rest.scenario.GenericMapperScenario;

class GenericMapperTest extends GenericMapperScenario {
  GenericMapperTest() {
    super(new JerseyStack());
  }
}
