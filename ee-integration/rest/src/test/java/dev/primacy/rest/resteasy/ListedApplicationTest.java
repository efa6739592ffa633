package dev.primacy.rest.resteasy;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.primacy.rest.scenario.ListedApplicationScenario;
import org.junit.jupiter.api.Test;

class ListedApplicationTest extends ListedApplicationScenario {
  @Test
  void one_that_lets_the_server_load_services_is_deployed() {
    assertThatCode(() -> deploy(Plain.class)).doesNotThrowAnyException();
  }
}
