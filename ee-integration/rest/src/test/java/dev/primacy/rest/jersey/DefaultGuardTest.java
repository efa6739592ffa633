package dev.primacy.rest.jersey;

import dev.primacy.rest.scenario.DefaultGuardScenario;

class DefaultGuardTest extends DefaultGuardScenario {
  DefaultGuardTest() {
    super(new JerseyStack());
  }
}
