package dev.primacy.rest.jersey;

import dev.primacy.rest.scenario.GuardedResourcesScenario;

class GuardedResourcesTest extends GuardedResourcesScenario {
  GuardedResourcesTest() {
    super(new JerseyStack());
  }
}
