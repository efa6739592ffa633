package dev.primacy.rest.jersey;

import dev.primacy.rest.scenario.ElsewhereScenario;

class ElsewhereTest extends ElsewhereScenario {
  ElsewhereTest() {
    super(new JerseyStack());
  }
}
