package dev.primacy.rest.resteasy;

import dev.primacy.rest.scenario.GuardedResourcesScenario;

class GuardedResourcesTest extends GuardedResourcesScenario {
  GuardedResourcesTest() {
    super(new RestEasyStack());
  }
}
