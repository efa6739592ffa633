package dev.primacy.rest.cxf;

import dev.primacy.rest.scenario.ElsewhereScenario;

class ElsewhereTest extends ElsewhereScenario {
  ElsewhereTest() {
    super(new CxfStack());
  }
}
