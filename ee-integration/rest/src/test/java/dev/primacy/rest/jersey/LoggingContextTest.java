package dev.primacy.rest.jersey;

import dev.primacy.rest.scenario.LoggingContextScenario;

class LoggingContextTest extends LoggingContextScenario {
  LoggingContextTest() {
    super(new JerseyStack());
  }
}
