package dev.primacy.rest.cxf;

import dev.primacy.rest.scenario.MissingFilterScenario;

class MissingFilterTest extends MissingFilterScenario {
  MissingFilterTest() {
    super(new CxfStack());
  }
}
