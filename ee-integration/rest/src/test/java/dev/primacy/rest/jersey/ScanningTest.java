package dev.primacy.rest.jersey;

import dev.primacy.rest.scenario.ScanningScenario;

class ScanningTest extends ScanningScenario {
  ScanningTest() {
    super(new JerseyStack());
  }
}
