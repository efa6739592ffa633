package dev.primacy.rest.jersey;

import dev.primacy.rest.scenario.MissingFilterScenario;

class MissingFilterTest extends MissingFilterScenario {
  MissingFilterTest() {
    super(new JerseyStack());
  }
}
