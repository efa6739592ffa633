package dev.primacy.rest.resteasy;

import dev.primacy.rest.scenario.MissingFilterScenario;

class MissingFilterTest extends MissingFilterScenario {
  MissingFilterTest() {
    super(new RestEasyStack());
  }
}
