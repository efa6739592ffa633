package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.event.ApplicationStarted;
import dev.primacy.event.NodeReady;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.history.EventHistory;
import dev.primacy.history.EventQuery;
import dev.primacy.history.PastEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The history in a container. */
class EventHistoryTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @ApplicationScoped
  static class Reader {
    @Inject EventHistory history;

    List<PastEvent> find(EventQuery query) {
      return history.find(query);
    }
  }

  @ApplicationScoped
  static class Hearer {
    void ready(@Observes NodeReady ready) {
      assertThat(ready.envelope().stamp()).isPresent();
    }
  }

  private static List<PastEvent> find(Deployed at, EventQuery query) {
    return ContextLoader.call(at.loader(), () -> at.get(Reader.class).find(query));
  }

  @Test
  @DisplayName("S3.31: the history is injected, counts as a use, and has what nobody observes")
  void the_history_is_injected_and_counts_as_a_use() {
    try (Deployed alone = Deployed.of(Reader.class)) {
      EventQuery roles = EventQuery.all().type(NodeRoleChanged.class);
      await().atMost(LONG).until(() -> find(alone, roles).size() == 1);
      assertThat(find(alone, roles).get(0).origin()).isEqualTo("default");
    }
  }

  @Test
  @DisplayName("S3.9: what has an observer is told and found, and what has none is not made")
  void what_has_an_observer_is_told_and_found() {
    try (Deployed alone = Deployed.of(Reader.class, Hearer.class)) {
      EventQuery ready = EventQuery.all().type(NodeReady.class);
      await().atMost(LONG).until(() -> find(alone, ready).size() == 1);
      assertThat(find(alone, EventQuery.all().type(ApplicationStarted.class))).isEmpty();
    }
  }
}
