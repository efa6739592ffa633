package dev.primacy.rest.cxf;

import dev.primacy.rest.scenario.WholeCallScenario;

class WholeCallTest extends WholeCallScenario {
  WholeCallTest() {
    super(new CxfStack());
  }
}
