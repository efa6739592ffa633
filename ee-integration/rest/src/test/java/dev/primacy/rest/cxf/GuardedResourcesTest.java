package dev.primacy.rest.cxf;

import dev.primacy.rest.scenario.GuardedResourcesScenario;

class GuardedResourcesTest extends GuardedResourcesScenario {
  GuardedResourcesTest() {
    super(new CxfStack());
  }
}
