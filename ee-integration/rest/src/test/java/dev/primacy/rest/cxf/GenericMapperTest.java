package dev.primacy.rest.cxf;

import dev.primacy.rest.scenario.GenericMapperScenario;

class GenericMapperTest extends GenericMapperScenario {
  GenericMapperTest() {
    super(new CxfStack());
  }
}
