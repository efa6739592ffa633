package dev.primacy.rest.resteasy;

import dev.primacy.rest.scenario.RefusalScenario;

class RefusalTest extends RefusalScenario {
  RefusalTest() {
    super(new RestEasyStack());
  }
}
