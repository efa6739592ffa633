package dev.primacy.rest.resteasy;

import dev.primacy.rest.scenario.ElsewhereScenario;

class ElsewhereTest extends ElsewhereScenario {
  ElsewhereTest() {
    super(new RestEasyStack());
  }
}
