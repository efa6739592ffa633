package dev.primacy.rest.cxf;

import dev.primacy.rest.scenario.LoggingContextScenario;

class LoggingContextTest extends LoggingContextScenario {
  LoggingContextTest() {
    super(new CxfStack());
  }
}
