package dev.primacy.rest.resteasy;

import dev.primacy.rest.scenario.WholeCallScenario;

class WholeCallTest extends WholeCallScenario {
  WholeCallTest() {
    super(new RestEasyStack());
  }
}
