package dev.primacy.rest.resteasy;

import dev.primacy.rest.scenario.LoggingContextScenario;

class LoggingContextTest extends LoggingContextScenario {
  LoggingContextTest() {
    super(new RestEasyStack());
  }
}
