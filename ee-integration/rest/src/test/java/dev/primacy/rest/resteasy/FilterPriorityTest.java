package dev.primacy.rest.resteasy;

import dev.primacy.rest.scenario.FilterPriorityScenario;

class FilterPriorityTest extends FilterPriorityScenario {
  FilterPriorityTest() {
    super(new RestEasyStack());
  }
}
