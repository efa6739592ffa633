package dev.primacy.rest.cxf;

import dev.primacy.rest.scenario.FilterPriorityScenario;

class FilterPriorityTest extends FilterPriorityScenario {
  FilterPriorityTest() {
    super(new CxfStack());
  }
}
