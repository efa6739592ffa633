package dev.primacy.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.NodeId;
import dev.primacy.RoleEvents;
import dev.primacy.core.catalogue.Catalogue;
import dev.primacy.core.gate.SystemClocks;
import dev.primacy.core.history.HistorySettings;
import dev.primacy.core.history.LiveHistory;
import dev.primacy.core.messaging.MessagingSetup;
import dev.primacy.core.messaging.Via;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.event.ApplicationStarted;
import dev.primacy.event.ApplicationStopped;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.EngineLifecycle;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.EventStatus;
import dev.primacy.event.GroupDropped;
import dev.primacy.event.GroupLifecycle;
import dev.primacy.event.Heartbeat;
import dev.primacy.event.LifecycleState;
import dev.primacy.event.MetricsSample;
import dev.primacy.event.NodeLifecycleChanged;
import dev.primacy.event.NodeReady;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeRoleChanging;
import dev.primacy.event.RawEngineEvent;
import dev.primacy.event.RawMessage;
import dev.primacy.event.StateInvalidated;
import dev.primacy.event.TransitionInProgress;
import dev.primacy.history.EventGate;
import dev.primacy.history.EventQuery;
import dev.primacy.history.PastEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is recorded and what is told beside the elections, in whole runtimes. */
@Timeout(60)
class ChronicleTest {
  private static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");
  private static final NodeId NODE = new NodeId("n1", UUID.randomUUID());

  private static TestNode.Builder node() {
    return TestNode.node("history-" + UUID.randomUUID(), "n1");
  }

  private static List<String> names(TestNode node) {
    return node.heard(EnvelopedEvent.class).stream()
        .map(event -> event.getClass().getSimpleName())
        .toList();
  }

  @Test
  @DisplayName(
      "S3.2, S3.11: a node of a cluster tells 1075, 1052, 1001, 1051, 1076 and 1113, and the end of each")
  void a_node_of_a_cluster_tells_its_life() {
    TestNode node = node().start();
    try (node) {
      await().until(() -> !node.heard(StateInvalidated.class).isEmpty());
      await().until(() -> !node.heard(NodeReady.class).isEmpty());
      assertThat(names(node).subList(0, 2))
          .containsExactly("ApplicationStarted", "EngineLifecycle");
      assertThat(node.heard(ApplicationStarted.class).get(0).envelope().origin()).isEqualTo("n1");
      assertThat(node.heard(NodeReady.class).get(0).envelope().stamp()).isPresent();
      assertThat(node.heard(GroupLifecycle.class).get(0).envelope().origin()).isEqualTo("ledger");
    }
    assertThat(node.heard(GroupLifecycle.class))
        .extracting(GroupLifecycle::state)
        .containsExactly(LifecycleState.NEW, LifecycleState.ACTIVE, LifecycleState.TERMINATED);
    assertThat(node.heard(EngineLifecycle.class))
        .extracting(EngineLifecycle::state)
        .containsExactly(LifecycleState.ACTIVE, LifecycleState.TERMINATED);
    assertThat(node.heard(ApplicationStopped.class)).hasSize(1);
    assertThat(node.heard(NodeReady.class)).hasSize(1);
  }

  @Test
  @DisplayName("S3.2: 1051 tells of other nodes")
  void other_nodes_are_told_of() {
    String cluster = "history-" + UUID.randomUUID();
    try (TestNode first = TestNode.node(cluster, "n1").start()) {
      try (TestNode second = TestNode.node(cluster, "n2").start()) {
        await()
            .until(
                () ->
                    first.heard(NodeLifecycleChanged.class).stream()
                        .anyMatch(event -> event.envelope().origin().equals("n2")));
        assertThat(second.runtime.history().latest()).isPositive();
      }
      await()
          .until(
              () ->
                  first.heard(NodeLifecycleChanged.class).stream()
                      .anyMatch(
                          event ->
                              event.state() == LifecycleState.TERMINATED
                                  && event.envelope().origin().equals("n2")));
    }
  }

  @Test
  @DisplayName(
      "S3.2, S3.10: 1115 tells that an observer asked for more time, with status IN_PROGRESS")
  void an_observer_that_asks_for_more_time_is_told_of() {
    TestNode node =
        node()
            .observing(
                event -> {
                  if (event instanceof NodeRoleChanging changing) {
                    changing.stillWorking(Duration.ofSeconds(7));
                  }
                })
            .start();
    try (node) {
      await().until(() -> !node.heard(TransitionInProgress.class).isEmpty());
      TransitionInProgress told = node.heard(TransitionInProgress.class).get(0);
      assertThat(told.more()).isEqualTo(Duration.ofSeconds(7));
      assertThat(told.envelope().origin()).isEqualTo(TestNode.GROUP);
      assertThat(told.envelope().status()).isEqualTo(EventStatus.IN_PROGRESS);
    }
  }

  @Test
  @DisplayName("S3.2: 4001 tells figures every primacy.metrics-sample")
  void figures_are_told_every_now_and_then() {
    TestNode node = node().with("primacy.metrics-sample", "100ms").start();
    try (node) {
      await().until(() -> node.heard(MetricsSample.class).size() >= 2);
      MetricsSample sample = node.heard(MetricsSample.class).get(1);
      assertThat(sample.values()).containsKeys("jvm.memory.used.bytes", "groups.primary");
      assertThat(sample.values().get("groups")).isEqualTo(1.0);
      assertThat(sample.envelope().origin()).isEqualTo("n1");
    }
  }

  @Test
  @DisplayName("S3.2: 1116 carries what an engine told, told as it is and found in the history")
  void what_an_engine_told_is_told_as_it_is() {
    try (TestNode node = node().start()) {
      EventGate gate = node.runtime.history().gate(EventQuery.all().type(RawEngineEvent.class));
      RawMessage foreign = new RawMessage(UUID.randomUUID(), 4711, new byte[3]);
      RawEngineEvent event = new RawEngineEvent(EventEnvelope.of("foreign"), foreign, "x");
      assertThat(node.runtime.tell(event)).isTrue();
      assertThat(gate.await(Duration.ofSeconds(20))).isTrue();
    }
  }

  @Test
  @DisplayName("S3.31: a runtime finds what was delivered, events without an envelope too")
  void a_runtime_finds_what_was_delivered() {
    try (TestNode node = node().start()) {
      await().until(() -> node.isPrimary());
      await().until(() -> !node.heard(NodeRoleChanged.class).isEmpty());
      NodeRoleChanged first = node.heard(NodeRoleChanged.class).get(0);
      PastEvent found =
          node.runtime.history().find(EventQuery.all().type(NodeRoleChanged.class)).get(0);
      assertThat(found.event()).containsSame(first);
      assertThat(found.origin()).isEqualTo(TestNode.GROUP);
      assertThat(found.eventId()).isEqualTo(1112);
    }
  }

  @Test
  @DisplayName(
      "S3.9, S3.18: without an engine what is told is heard by code, and recorded whoever hears")
  void without_an_engine_there_is_a_history_too() {
    List<ClusterEvent> heard = new ArrayList<>();
    PrimacyRuntime runtime =
        PrimacyRuntimes.create(RuntimeSetup.of("app").withSource(new MapSettings(Map.of())));
    RoleEvents.Subscription subscription =
        runtime.roleEvents().subscribe(EnvelopedEvent.class, heard::add);
    runtime.start();
    EventGate gate = runtime.history().gate(EventQuery.all().type(NodeReady.class));
    boolean ready =
        gate.await(Duration.ofSeconds(5))
            || !runtime.history().find(EventQuery.all().type(NodeReady.class)).isEmpty();
    assertThat(ready).isTrue();
    runtime.close();
    assertThat(heard)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly(
            "ApplicationStarted",
            "GroupLifecycle",
            "NodeReady",
            "GroupLifecycle",
            "ApplicationStopped");
    subscription.close();
    subscription.close();
    assertThat(runtime.history().find(EventQuery.all().limit(50))).hasSizeGreaterThan(5);
  }

  @Test
  @DisplayName("S3.19, S3.29: a subscription that was closed, once or twice, hears nothing more")
  void a_subscription_that_was_closed_hears_nothing_more() {
    List<ClusterEvent> heard = new ArrayList<>();
    try (TestNode node = node().create()) {
      RoleEvents.Subscription subscription =
          node.runtime.roleEvents().subscribe(ApplicationStarted.class, heard::add);
      subscription.close();
      subscription.close();
      node.runtime.start();
      await().until(() -> !node.heard(NodeReady.class).isEmpty());
      assertThat(heard).isEmpty();
    }
  }

  @Test
  void what_is_made_for_hearers_alone_stays_unmade_while_history_records() {
    Unheard next = new Unheard();
    LiveHistory history = new LiveHistory(settings(), SystemClocks.INSTANCE, MessagingSetup.NONE);
    Catalogue catalogue = new Catalogue("app", Optional.of("memory"), Set.of());
    List<EnvelopedEvent> told = new ArrayList<>();
    Chronicle chronicle =
        new Chronicle(new Subscriptions(next, (group, task) -> {}), history, catalogue);
    chronicle.started(told::add);
    chronicle.deliver(new GroupDropped("ledger", NODE, 1, AT));
    assertThat(told).isEmpty();
    assertThat(chronicle.hears(Heartbeat.class)).isFalse();
    assertThat(next.delivered).hasSize(1);
    assertThat(history.latest()).isEqualTo(1);
    chronicle.deliver(new GroupDropped("ledger", NODE, 2, AT), Via.queue("p", "p.audit"));
    assertThat(history.latest()).as("of a queue it comes to all as well").isEqualTo(1);
  }

  private static HistorySettings settings() {
    return new HistorySettings(10, false, Duration.ofSeconds(1), Duration.ofDays(1), Set.of());
  }

  private static final class Unheard implements EventSink {
    private final List<ClusterEvent> delivered = new ArrayList<>();

    @Override
    public DeliveryReport deliver(ClusterEvent event) {
      delivered.add(event);
      return DeliveryReport.CLEAN;
    }

    @Override
    public boolean hears(Class<? extends ClusterEvent> type) {
      return false;
    }
  }

  @Test
  void an_archive_that_no_engine_keeps_is_refused() {
    assertThatThrownBy(() -> node().with("primacy.events.history.store", "archive").start())
        .isInstanceOf(PrimacyStartException.class)
        .hasMessageStartingWith("PRIMACY-1075: ")
        .hasMessageContaining("memory");
    RuntimeSetup standalone =
        RuntimeSetup.of("app")
            .withSource(new MapSettings(Map.of("primacy.events.history.store", "archive")));
    assertThatThrownBy(() -> PrimacyRuntimes.create(standalone))
        .isInstanceOf(PrimacyStartException.class)
        .hasMessageContaining("PRIMACY-1075: ");
  }
}
