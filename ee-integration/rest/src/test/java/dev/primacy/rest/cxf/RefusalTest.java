package dev.primacy.rest.cxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.rest.scenario.Journal;
import dev.primacy.rest.scenario.RefusalScenario;
import org.junit.jupiter.api.Test;

class RefusalTest extends RefusalScenario {
  RefusalTest() {
    super(new CxfStack());
  }

  /** CXF takes the body from the connection before it answers, but gives it to nobody. */
  @Override
  @Test
  protected void the_answer_does_not_wait_for_a_huge_body() throws Exception {
    String all = "x".repeat(1_000_000);
    assertThat(statusAfterSending(all, all.length())).startsWith("HTTP/1.1 503");
    assertThat(Journal.entries()).isEmpty();
  }
}
