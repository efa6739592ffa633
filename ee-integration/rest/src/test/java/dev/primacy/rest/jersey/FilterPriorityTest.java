package dev.primacy.rest.jersey;

import dev.primacy.rest.scenario.FilterPriorityScenario;

class FilterPriorityTest extends FilterPriorityScenario {
  FilterPriorityTest() {
    super(new JerseyStack());
  }
}
