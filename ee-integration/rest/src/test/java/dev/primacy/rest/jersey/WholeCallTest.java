package dev.primacy.rest.jersey;

import dev.primacy.rest.scenario.WholeCallScenario;

class WholeCallTest extends WholeCallScenario {
  WholeCallTest() {
    super(new JerseyStack());
  }
}
