package dev.primacy.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.servers.launch.Node;
import dev.primacy.servers.launch.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Servers that are stopped, or end without a word. */
interface FaultScenarios extends Scenarios {
  @Test
  @Tag(LONG)
  @Order(700)
  default void a_primary_that_was_stopped_for_longer_than_its_lease_refuses_when_it_goes_on()
      throws Exception {
    Node paused = cluster().primary();
    long begin = System.nanoTime();
    paused.pause();
    try {
      Scenarios.patiently().until(() -> !cluster().other(paused).notes("lead", begin).isEmpty());
    } finally {
      paused.resume();
    }
    Scenarios.assertRefused(paused.post(APPLICATION, "orders/late"));
    Scenarios.patiently().until(() -> !paused.notes("role", begin).isEmpty());
    assertThat(paused.notes("role", begin).get(0).words())
        .containsSequence("PRIMARY", "SECONDARY")
        .containsAnyOf("LEASE_EXPIRED", "EXPELLED", "SUPERSEDED");
  }

  /**
   * The last one, since it leaves a server dead; it looks at all that was scheduled since the
   * first.
   */
  @Test
  @Order(800)
  default void a_schedule_of_the_primary_never_fires_twice_over_all_of_this_and_a_kill() {
    Node killed = cluster().primary();
    Node heir = cluster().other(killed);
    fires(killed);
    long begin = System.nanoTime();
    killed.kill();
    Scenarios.patiently().until(() -> !heir.notes("lead", begin).isEmpty());
    fires(heir);
    List<Note> all =
        Stream.of(killed, heir).flatMap(node -> node.notes("firing").stream()).toList();
    Set<Long> seconds = new TreeSet<>();
    List<Long> twice = new ArrayList<>();
    all.forEach(
        note -> {
          if (!seconds.add(note.number(0))) {
            twice.add(note.number(0));
          }
        });
    assertThat(twice).isEmpty();
    assertThat(missing(seconds)).as("lost by the kill, by the pause").hasSizeLessThanOrEqualTo(2);
  }

  private static void fires(Node primary) {
    long begin = System.nanoTime();
    Scenarios.patiently().until(() -> primary.notes("firing", begin).size() > 2);
  }

  private static List<Long> missing(Set<Long> seconds) {
    List<Long> missing = new ArrayList<>();
    long expected = 0;
    for (long second : seconds) {
      for (; expected != 0 && expected < second; expected++) {
        missing.add(expected);
      }
      expected = second + 1;
    }
    return missing;
  }
}
