package dev.primacy.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.event.NodeReady;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.history.EventQuery;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A runtime whose engine keeps an archive. */
@Timeout(60)
class ArchivedHistoryTest {

  private static TestNode.Builder node(ArchivingEngine engine) {
    return TestNode.node("archive-" + UUID.randomUUID(), "n1")
        .on(engine)
        .with("primacy.events.history.write-every", "20ms");
  }

  @Test
  @DisplayName("S3.32: everything is written while the node runs, the rest when it stops")
  void everything_is_written_while_the_node_runs_and_the_rest_when_it_stops() {
    ArchivingEngine engine = new ArchivingEngine();
    TestNode node = node(engine).with("primacy.events.history.store", "archive").start();
    try (node) {
      await().until(() -> !engine.archive.kept.isEmpty());
      await().until(() -> !node.heard(NodeReady.class).isEmpty());
      EventQuery roles = EventQuery.all().type(NodeRoleChanged.class);
      await().until(() -> node.runtime.history().find(roles).size() >= 2);
      assertThat(node.threads).anyMatch(thread -> thread.getName().contains("-history-"));
    }
    assertThat(engine.archive.closed).isTrue();
    assertThat(engine.archive.kept).hasSize((int) node.runtime.history().latest());
    assertThat(node.runtime.history().find(EventQuery.all().limit(5)))
        .as("after the end, from memory")
        .hasSize(5)
        .allMatch(past -> past.event().isPresent());
    assertThat(engine.archive.kept.values())
        .anyMatch(event -> event.text().contains("ApplicationStopped"));
    assertThat(node.threads)
        .filteredOn(thread -> thread.getName().contains("-history-"))
        .allMatch(thread -> !thread.isAlive());
  }

  @Test
  void nothing_is_written_unless_it_is_asked_for() {
    ArchivingEngine engine = new ArchivingEngine();
    try (TestNode node = node(engine).start()) {
      await().until(() -> node.runtime.history().latest() > 3);
    }
    assertThat(engine.archive.kept).isEmpty();
    assertThat(engine.archive.closed).as("never opened").isFalse();
  }
}
