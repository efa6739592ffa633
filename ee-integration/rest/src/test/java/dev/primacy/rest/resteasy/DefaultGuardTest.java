package dev.primacy.rest.resteasy;

import dev.primacy.rest.scenario.DefaultGuardScenario;

class DefaultGuardTest extends DefaultGuardScenario {
  DefaultGuardTest() {
    super(new RestEasyStack());
  }
}
