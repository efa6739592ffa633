package dev.primacy.rest.jersey;

import dev.primacy.rest.scenario.RefusalScenario;

class RefusalTest extends RefusalScenario {
  RefusalTest() {
    super(new JerseyStack());
  }
}
