package dev.primacy.rest.resteasy;

import dev.primacy.rest.scenario.ScanningScenario;

class ScanningTest extends ScanningScenario {
  ScanningTest() {
    super(new RestEasyStack());
  }
}
