package dev.primacy.rest.jersey;

import dev.primacy.rest.scenario.DrainScenario;

class DrainTest extends DrainScenario {
  DrainTest() {
    super(new JerseyStack());
  }
}
