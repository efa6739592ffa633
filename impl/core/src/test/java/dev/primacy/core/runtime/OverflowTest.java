package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.NodeRole;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.core.settings.Settings;
import dev.primacy.core.settings.SettingsReader;
import dev.primacy.engine.memory.MemoryEngine;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.EventsOverflowed;
import dev.primacy.event.GroupEvent;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.RoleChangeCause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Observers that do not return while events of their group pile up. */
class OverflowTest {
  // the initial state, the standing, the change to come, the holder, and the role itself
  private static final int LIMIT = 5;

  private final List<ClusterEvent> heard = new CopyOnWriteArrayList<>();
  private final CountDownLatch blocker = new CountDownLatch(1);
  private final LogBook log = new LogBook();
  private final RuntimeSetup setup =
      RuntimeSetup.of("n1")
          .withSource(
              new MapSettings(
                  Map.of(
                      "primacy.cluster", "o-" + UUID.randomUUID(),
                      "primacy.group", GROUP,
                      "primacy.lease", "1s",
                      "primacy.observers.timeout", "100ms",
                      "primacy.promotion.on-failure", "continue")))
          .withEngines(List.of(new MemoryEngine()))
          .withSink(this::deliver);
  private final PrimacyRuntime node = new ClusterRuntime(setup, settings(setup), LIMIT);

  private static Settings settings(RuntimeSetup setup) {
    return Settings.of(
        SettingsReader.read(setup.source(), setup.engines(), List.of(), true), setup.application());
  }

  private DeliveryReport deliver(ClusterEvent event) {
    heard.add(event);
    try {
      if (event instanceof GroupEvent && !blocker.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("waited in vain");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    return DeliveryReport.CLEAN;
  }

  @AfterEach
  void close() {
    blocker.countDown();
    node.close();
    log.close();
  }

  private List<NodeRoleChanged> changes() {
    return heard.stream()
        .filter(NodeRoleChanged.class::isInstance)
        .map(NodeRoleChanged.class::cast)
        .toList();
  }

  @Test
  @DisplayName("DESIGN 4.4, 5.7: a full queue is an error event and a step-down, no role is lost")
  void a_queue_that_is_full_is_an_event_and_a_step_down_and_loses_no_change_of_role() {
    node.start();

    // its observers never returned, and it was let pass: the role came, and went at once
    await().until(() -> heard.stream().anyMatch(EventsOverflowed.class::isInstance));
    assertThat(log.numbered(2108))
        .first()
        .asString()
        .contains(LIMIT + " events of '" + GROUP + "'");
    await().until(() -> node.gate(GROUP).tryEnter(0) == null);
    // and does not come back while they wait, two leases long
    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(4))
        .until(() -> node.membership(GROUP).role() == NodeRole.SECONDARY);

    blocker.countDown();
    await().until(() -> changes().size() >= 4);
    assertThat(changes().subList(0, 4))
        .extracting(NodeRoleChanged::current)
        .containsExactly(
            NodeRole.SECONDARY, NodeRole.PRIMARY, NodeRole.SECONDARY, NodeRole.PRIMARY);
    assertThat(changes().get(2).cause()).isEqualTo(RoleChangeCause.EVENTS_OVERFLOWED);
    assertThat(changes()).extracting(NodeRoleChanged::seq).startsWith(1L, 2L, 3L, 4L);
    await().until(() -> node.membership(GROUP).isPrimary());
  }
}
