package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.GROUP;
import static dev.primacy.core.runtime.TestNode.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.ClusterNode;
import dev.primacy.NodeRole;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.ClusterMonitorError;
import dev.primacy.event.EngineSwitched;
import dev.primacy.event.GroupAltered;
import dev.primacy.event.GroupDropped;
import dev.primacy.event.InactivityCheck;
import dev.primacy.event.MonitorStopped;
import dev.primacy.event.NodeEvent;
import dev.primacy.event.NodeJoined;
import dev.primacy.event.NodeRecordSeen;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeUpdated;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.watch.ClusterMonitor;
import dev.primacy.watch.EventQueue;
import dev.primacy.watch.MonitorEnd;
import dev.primacy.watch.RawRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Monitors and observers of a cluster that runs. */
class MonitoringTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final byte[] NONSENSE = {'\n', 27, '[', '3', '1', 'm'};

  private final String cluster = "mo-" + UUID.randomUUID();
  private final List<TestNode> nodes = new ArrayList<>();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final LogBook log = new LogBook();

  @AfterEach
  void closeAll() {
    nodes.forEach(TestNode::close);
    log.close();
  }

  private TestNode started(TestNode.Builder builder) {
    TestNode node = builder.start();
    nodes.add(node);
    return node;
  }

  private ClusterMonitor monitor(PrimacyRuntime runtime, String group) {
    ClusterMonitor monitor =
        runtime
            .clusterMonitors()
            .of(group)
            .onJoinedRaw(raw -> told.add("raw"))
            .onJoined(node -> told.add("joined " + node.id().name()))
            .onUpdated(count -> told.add("updated " + count))
            .onLeft(count -> told.add("left " + count))
            .onGroupAltered(what -> told.add("altered"))
            .onGroupDropped(gone -> told.add("dropped " + gone))
            .onStopped((end, detail) -> told.add("stopped " + end))
            .build();
    monitor.start();
    return monitor;
  }

  private void awaitTold(String line) {
    await().atMost(LONG).until(() -> told.contains(line));
  }

  private static RecordKey groupKey() {
    return new RecordKey(RecordKind.GROUP, GROUP);
  }

  // ---- monitors

  @Test
  @DisplayName("AT-5.1, S5.1, S5.19: a monitor of a group, also of one this node takes no part in")
  void a_monitor_tells_the_nodes_of_its_group() {
    TestNode one = started(node(cluster, "n1"));
    ClusterMonitor own = monitor(one.runtime, GROUP);
    awaitTold("joined n1");
    assertThat(told).containsExactly("raw", "joined n1");
    own.stop();
    told.clear();

    ClusterMonitor other = monitor(one.runtime, "mail");
    TestNode two = started(node(cluster, "n2").with("primacy.group", "mail"));
    awaitTold("joined n2");
    two.close();
    awaitTold("left 1");
    other.stop();
    started(node(cluster, "n3").with("primacy.group", "mail"));
    await().atMost(LONG).until(() -> one.knows("n3"));
    assertThat(told)
        .filteredOn(line -> !line.startsWith("updated"))
        .containsExactly("raw", "joined n2", "left 1", "stopped STOPPED");
  }

  @Test
  @DisplayName(
      "AT-5.9, S5.15: the group removed: GroupDropped once to observers, once to a monitor")
  void a_removed_group_is_told_once() throws Exception {
    TestNode one = started(node(cluster, "n1"));
    await().atMost(LONG).until(one::isPrimary);
    ClusterMonitor monitor = monitor(one.runtime, GROUP);
    awaitTold("joined n1");
    try (BackDoor door = new BackDoor(cluster)) {
      door.remove(groupKey());
    }
    awaitTold("stopped GROUP_DROPPED");
    await().atMost(LONG).until(() -> !one.heard(GroupDropped.class).isEmpty());
    await().atMost(LONG).until(one::isPrimary);
    monitor.stop();
    assertThat(told)
        .filteredOn(line -> !line.startsWith("updated"))
        .containsExactly("raw", "joined n1", "dropped " + GROUP, "stopped GROUP_DROPPED");
    assertThat(one.heard(GroupDropped.class))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.group()).isEqualTo(GROUP);
              assertThat(event.seq()).isEqualTo(1);
            });
  }

  @Test
  @DisplayName("S5.3: a group that is frozen was altered, for observers and for a monitor")
  void a_frozen_group_was_altered() throws Exception {
    TestNode one = started(node(cluster, "n1"));
    await().atMost(LONG).until(one::isPrimary);
    ClusterMonitor monitor = monitor(one.runtime, GROUP);
    awaitTold("joined n1");
    try (BackDoor door = new BackDoor(cluster)) {
      GroupRecord record = RecordCodec.decodeGroup(door.read(groupKey()).orElseThrow().value());
      door.overwrite(groupKey(), RecordCodec.encode(record.frozen(true)));
    }
    awaitTold("altered");
    await().atMost(LONG).until(() -> !one.heard(GroupAltered.class).isEmpty());
    assertThat(one.heard(GroupAltered.class))
        .singleElement()
        .satisfies(
            event -> assertThat(event.alteration()).isEqualTo(GroupAltered.Alteration.FROZEN));
    assertThat(monitor.isRunning()).isTrue();
    assertThat(one.heard(GroupDropped.class)).isEmpty();
  }

  @Test
  @DisplayName(
      "AT-5.2, S5.21: events through a bounded queue into a thread of the application's own")
  void events_reach_a_thread_of_the_applications_own() throws Exception {
    EventQueue<ClusterNode> queue = new EventQueue<>(100);
    CompletableFuture<List<String>> names = new CompletableFuture<>();
    Thread own = new Thread(() -> names.complete(drain(queue)));
    own.start();
    TestNode one = started(node(cluster, "n1"));
    ClusterMonitor monitor =
        one.runtime
            .clusterMonitors()
            .of(GROUP)
            .onJoined(
                node -> {
                  queue.offer(node);
                  told.add("joined " + node.id().name());
                })
            .onStopped((end, detail) -> queue.close())
            .build();
    monitor.start();
    awaitTold("joined n1");
    started(node(cluster, "n2"));
    awaitTold("joined n2");
    monitor.close();
    assertThat(names.get(20, TimeUnit.SECONDS)).containsExactly("n1", "n2");
    own.join(20_000);
    assertThat(own.isAlive()).isFalse();
  }

  private static List<String> drain(EventQueue<ClusterNode> queue) {
    List<String> names = new ArrayList<>();
    try {
      for (var next = queue.take(); next.isPresent(); next = queue.take()) {
        names.add(next.get().id().name());
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    return names;
  }

  @Test
  @DisplayName("S5.19: without a cluster a monitor hears of nobody, and stops as any other")
  void without_a_cluster_a_monitor_hears_of_nobody() {
    PrimacyRuntime runtime =
        PrimacyRuntimes.create(RuntimeSetup.of("alone").withSource(new MapSettings(Map.of())));
    ClusterMonitor stopped = monitor(runtime, GROUP);
    ClusterMonitor closed = monitor(runtime, "default");
    runtime.start();
    assertThat(stopped.isRunning()).isTrue();
    stopped.stop();
    assertThat(told).containsExactly("stopped STOPPED");
    runtime.close();
    await().atMost(LONG).until(() -> !closed.isRunning());
    assertThat(told).containsExactly("stopped STOPPED", "stopped STOPPED");
  }

  // ---- observers

  @Test
  @DisplayName("S5.5, S5.22: a record before what it leads to, and MonitorStopped last of nodes")
  void a_record_comes_before_what_it_leads_to() {
    TestNode one = started(node(cluster, "n1"));
    await().atMost(LONG).until(() -> one.knows("n1"));
    one.close();
    List<ClusterEvent> aboutNodes =
        one.heard.stream()
            .filter(event -> event instanceof NodeEvent || event instanceof MonitorStopped)
            .toList();
    for (int place = 0; place < aboutNodes.size(); place++) {
      ClusterEvent event = aboutNodes.get(place);
      if (event instanceof NodeJoined || event instanceof NodeUpdated) {
        RawRecord raw = ((NodeRecordSeen) aboutNodes.get(place - 1)).record();
        assertThat(raw.incarnation()).isEqualTo(incarnation(event));
      }
    }
    assertThat(one.heard(NodeRecordSeen.class)).isNotEmpty();
    assertThat(aboutNodes.get(aboutNodes.size() - 1))
        .isInstanceOfSatisfying(
            MonitorStopped.class, last -> assertThat(last.end()).isEqualTo(MonitorEnd.STOPPED));
    assertThat(one.heard(MonitorStopped.class)).hasSize(1);
    assertThat(one.heard.get(one.heard.size() - 1))
        .as("and the end of the group after it")
        .isInstanceOfSatisfying(
            NodeRoleChanged.class,
            last -> assertThat(last.current()).isEqualTo(NodeRole.NOT_IN_GROUP));
  }

  private static UUID incarnation(ClusterEvent event) {
    ClusterNode about =
        event instanceof NodeJoined joined ? joined.joined() : ((NodeUpdated) event).current();
    return about.id().incarnation();
  }

  @Test
  @DisplayName(
      "AT-5.5, S5.7, S5.8, S5.9: SKIP: the error once, one warning with the record, and on")
  void skip_tells_the_error_once_and_goes_on() throws Exception {
    UUID strange = UUID.randomUUID();
    TestNode one = started(node(cluster, "n1"));
    await().atMost(LONG).until(() -> one.knows("n1"));
    try (BackDoor door = new BackDoor(cluster)) {
      door.overwrite(new RecordKey(RecordKind.NODE, strange.toString()), NONSENSE);
      await().atMost(LONG).until(() -> !one.heard(ClusterMonitorError.class).isEmpty());
      await().atMost(LONG).until(() -> !undecodable(strange).isEmpty());
      assertThat(undecodable(strange))
          .singleElement()
          .satisfies(line -> assertThat(line).contains("0a1b5b33316d").doesNotContain("\n"));
      door.overwrite(new RecordKey(RecordKind.NODE, strange.toString()), NONSENSE);
    }
    started(node(cluster, "n2"));
    await().atMost(LONG).until(() -> one.knows("n2"));
    assertThat(one.heard(ClusterMonitorError.class))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.kind()).isEqualTo(NodeJoined.class);
              assertThat(event.error().message()).startsWith("PRIMACY-2072: ");
              assertThat(event.error().payload().orElseThrow().payload()).isEqualTo(NONSENSE);
            });
    assertThat(one.heard(MonitorStopped.class)).isEmpty();
  }

  private List<String> undecodable(UUID node) {
    return log.numbered(2167).stream().filter(line -> line.contains(node.toString())).toList();
  }

  @Test
  @DisplayName("AT-5.5, S5.8, S5.9, S5.22: ABORT: error, GroupAltered, MonitorStopped; roles go on")
  void abort_ends_what_is_told_of_nodes_and_roles_go_on() throws Exception {
    TestNode one = started(node(cluster, "n1").with("primacy.events.decode-failure-mode", "ABORT"));
    await().atMost(LONG).until(one::isPrimary);
    await().atMost(LONG).until(() -> one.knows("n1"));
    try (BackDoor door = new BackDoor(cluster)) {
      door.overwrite(new RecordKey(RecordKind.NODE, UUID.randomUUID().toString()), NONSENSE);
    }
    await().atMost(LONG).until(() -> !one.heard(MonitorStopped.class).isEmpty());
    started(node(cluster, "n2"));
    await().atMost(LONG).until(() -> one.view().nodes().size() == 2);
    int roles = one.heard(NodeRoleChanged.class).size();
    one.view().stepDown().toCompletableFuture().get(20, TimeUnit.SECONDS);
    await().atMost(LONG).until(() -> one.heard(NodeRoleChanged.class).size() > roles);
    one.close();
    List<String> ends =
        one.heard.stream()
            .filter(
                event ->
                    event instanceof ClusterMonitorError
                        || event instanceof GroupAltered
                        || event instanceof MonitorStopped)
            .map(event -> event.getClass().getSimpleName())
            .toList();
    assertThat(ends).containsExactly("ClusterMonitorError", "GroupAltered", "MonitorStopped");
    assertThat(one.heard(GroupAltered.class).get(0).alteration())
        .isEqualTo(GroupAltered.Alteration.FORMAT);
    assertThat(one.heard(MonitorStopped.class).get(0).end()).isEqualTo(MonitorEnd.DECODE_FAILURE);
    assertThat(one.knows("n2")).isFalse();
  }

  // ---- switch and silence of the store

  @Test
  @DisplayName(
      "S5.13, S5.14: an engine at another endpoint: told once, old and new, read anew there")
  void an_engine_that_switched_is_told_once() {
    SwitchingEngine engine = new SwitchingEngine();
    TestNode one =
        started(node(cluster, "n1").on(engine).with("primacy.inactivity-timeout", "300ms"));
    ClusterMonitor monitor = monitor(one.runtime, GROUP);
    awaitTold("joined n1");
    engine.switchOver();
    await().atMost(LONG).until(() -> !one.heard(EngineSwitched.class).isEmpty());
    await().atMost(LONG).until(() -> results(one).contains(InactivityCheck.Result.ENGINE_SWITCHED));
    await().atMost(LONG).until(() -> engine.listsAtSecond.get() > 2);
    await()
        .atMost(LONG)
        .until(() -> results(one).get(results(one).size() - 1) == InactivityCheck.Result.OK);
    assertThat(one.heard(EngineSwitched.class))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.previous()).isEqualTo(SwitchingEngine.FIRST);
              assertThat(event.current()).isEqualTo(SwitchingEngine.SECOND);
            });
    assertThat(results(one)).containsOnlyOnce(InactivityCheck.Result.ENGINE_SWITCHED);
    assertThat(log.numbered(2166)).hasSize(1);
    monitor.stop();
    assertThat(told.stream().filter("joined n1"::equals)).as("nothing is told twice").hasSize(1);
  }

  @Test
  @DisplayName(
      "S5.13, S5.16: a look that is not answered is told once, repeated, and then told well")
  void an_unanswered_look_is_repeated() {
    SwitchingEngine engine = new SwitchingEngine();
    TestNode one =
        started(node(cluster, "n1").on(engine).with("primacy.inactivity-timeout", "300ms"));
    await().atMost(LONG).until(() -> results(one).contains(InactivityCheck.Result.OK));
    engine.fallSilent(true);
    await().atMost(LONG).until(() -> results(one).contains(InactivityCheck.Result.UNREACHABLE));
    engine.fallSilent(false);
    await()
        .atMost(LONG)
        .until(() -> results(one).get(results(one).size() - 1) == InactivityCheck.Result.OK);
    assertThat(results(one)).containsOnlyOnce(InactivityCheck.Result.UNREACHABLE);
  }

  private static List<InactivityCheck.Result> results(TestNode node) {
    return node.heard(InactivityCheck.class).stream().map(InactivityCheck::result).toList();
  }
}
