package dev.primacy.rest.resteasy;

import dev.primacy.rest.scenario.DrainScenario;

class DrainTest extends DrainScenario {
  DrainTest() {
    super(new RestEasyStack());
  }
}
