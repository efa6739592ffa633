package dev.primacy.rest.cxf;

import dev.primacy.rest.scenario.ScanningScenario;

class ScanningTest extends ScanningScenario {
  ScanningTest() {
    super(new CxfStack());
  }
}
