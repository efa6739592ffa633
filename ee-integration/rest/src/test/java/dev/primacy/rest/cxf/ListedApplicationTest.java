package dev.primacy.rest.cxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.rest.scenario.ListedApplicationScenario;
import dev.primacy.rest.scenario.resources.UnscopedResource;
import org.junit.jupiter.api.Test;

class ListedApplicationTest extends ListedApplicationScenario {
  @Test
  void one_that_leaves_it_to_this_server_is_refused() throws Exception {
    assertThat(failure(Plain.class))
        .contains("PRIMACY-1302: " + Plain.class.getName())
        .contains(UnscopedResource.class.getName());
  }
}
