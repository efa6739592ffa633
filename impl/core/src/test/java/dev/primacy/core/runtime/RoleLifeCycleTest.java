package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.GROUP;
import static dev.primacy.core.runtime.TestNode.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.NodeRole;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.LeaseGate;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.event.NodeJoined;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeRoleChanging;
import dev.primacy.event.NodesSettled;
import dev.primacy.event.PrimaryChanged;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.event.StandingChanged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoleLifeCycleTest {
  private final String cluster = "c-" + UUID.randomUUID();
  private final List<TestNode> nodes = new ArrayList<>();

  @AfterEach
  void closeAll() {
    nodes.forEach(TestNode::close);
  }

  private TestNode started(TestNode.Builder builder) {
    TestNode node = builder.start();
    nodes.add(node);
    return node;
  }

  private static void awaitPrimary(TestNode node) {
    await().atMost(Duration.ofSeconds(20)).until(node::isPrimary);
  }

  private static List<String> roles(TestNode node) {
    return node.heard(NodeRoleChanged.class).stream()
        .map(change -> change.previous().map(Enum::name).orElse("-") + ">" + change.current())
        .toList();
  }

  @Test
  @DisplayName("DESIGN 4.2, 5.2: one node alone, from its first event to its last")
  void one_node_alone_goes_up_and_leaves_in_the_promised_order() {
    TestNode one = started(node(cluster, "n1"));
    awaitPrimary(one);
    await().until(() -> roles(one).size() == 2);
    FencingToken token = one.view().requirePrimary();
    assertThat(token.term()).isEqualTo(1);

    one.close();

    assertThat(roles(one))
        .containsExactly(
            "->SECONDARY", "SECONDARY>PRIMARY", "PRIMARY>SECONDARY", "SECONDARY>NOT_IN_GROUP");
    List<NodeRoleChanged> changes = one.heard(NodeRoleChanged.class);
    assertThat(changes).extracting(NodeRoleChanged::seq).containsExactly(1L, 2L, 3L, 4L);
    assertThat(changes)
        .extracting(NodeRoleChanged::cause)
        .containsExactly(
            RoleChangeCause.STARTED,
            RoleChangeCause.ACQUIRED,
            RoleChangeCause.SHUTDOWN,
            RoleChangeCause.SHUTDOWN);
    assertThat(changes.get(0).standing()).isEqualTo(GroupStanding.JOINING);
    assertThat(changes.get(1).token()).contains(token);
    assertThat(changes.get(2).token()).contains(token);
    assertThat(one.heard).last().isEqualTo(changes.get(3));
    assertThat(one.heard(StandingChanged.class))
        .extracting(StandingChanged::current)
        .containsExactly(GroupStanding.MEMBER);
    assertThat(changes.get(3).standing()).isEqualTo(GroupStanding.LEFT);
    assertThat(one.view().role()).isEqualTo(NodeRole.NOT_IN_GROUP);
    assertThat(one.gate().tryEnter(0)).isNull();
  }

  @Test
  @DisplayName("S2.23, DESIGN 4.1, 4.2: what observers of each step see of the role")
  void observers_run_before_the_guard_opens_and_after_it_closes() {
    List<String> seen = new ArrayList<>();
    AtomicReference<TestNode> self = new AtomicReference<>();
    CountDownLatch known = new CountDownLatch(1);
    TestNode one =
        started(
            node(cluster, "n1")
                .observing(
                    event -> {
                      awaitLatch(known);
                      TestNode me = self.get();
                      if (event instanceof NodeRoleChanging change) {
                        seen.add("changing to " + change.to() + " as " + me.view().role());
                      } else if (event instanceof NodeRoleChanged change) {
                        seen.add("changed to " + change.current() + " as " + me.view().role());
                      }
                    }));
    self.set(one);
    known.countDown();
    awaitPrimary(one);
    await().until(() -> seen.size() == 3);
    one.close();

    assertThat(seen)
        .hasSize(6)
        .startsWith(
            "changed to SECONDARY as SECONDARY",
            "changing to PRIMARY as SECONDARY",
            "changed to PRIMARY as PRIMARY",
            "changing to SECONDARY as SECONDARY")
        .endsWith("changed to NOT_IN_GROUP as NOT_IN_GROUP");
    // the release is over by then, and so the node may have left before its observer runs
    assertThat(seen.get(4))
        .isIn("changed to SECONDARY as SECONDARY", "changed to SECONDARY as NOT_IN_GROUP");
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("waited in vain");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  @Test
  @DisplayName("S1.18, S2.17: of three nodes one is primary and all see each other")
  void of_three_nodes_one_is_primary_and_all_see_each_other() {
    for (String name : List.of("n1", "n2", "n3")) {
      started(node(cluster, name));
    }
    await().until(() -> nodes.stream().filter(TestNode::isPrimary).count() == 1);
    for (TestNode each : nodes) {
      await().until(() -> each.view().nodes().size() == 3);
      await().until(() -> each.view().primary().isPresent());
      await().until(() -> !each.heard(NodesSettled.class).isEmpty());
      assertThat(each.heard(NodesSettled.class).get(0).initial()).isTrue();
      await().until(() -> each.heard(NodeJoined.class).size() == 3);
      await().until(() -> each.heard(PrimaryChanged.class).size() == 1);
    }
  }

  @Test
  @DisplayName("DESIGN 4.2: a graceful stop hands over, and nobody overlaps")
  void a_graceful_stop_hands_over_promptly_and_never_overlaps() {
    TestNode one = started(node(cluster, "n1").with("primacy.lease", "4s"));
    awaitPrimary(one);
    TestNode two = started(node(cluster, "n2").with("primacy.lease", "4s"));
    await().until(() -> two.view().primary().isPresent());
    FencingToken first = one.view().requirePrimary();

    one.close();

    await().atMost(Duration.ofSeconds(2)).until(two::isPrimary);
    assertThat(two.view().requirePrimary().supersedes(first)).isTrue();
  }

  @Test
  @DisplayName("DESIGN 4.2: calls in flight drain before the release")
  void calls_in_flight_drain_before_the_release() throws Exception {
    TestNode one = started(node(cluster, "n1"));
    awaitPrimary(one);
    TestNode two = started(node(cluster, "n2"));
    await().until(() -> two.view().primary().isPresent());
    Admission call = one.gate().tryEnter(0);
    assertThat(call).isNotNull();

    CountDownLatch down = new CountDownLatch(1);
    one.view().stepDown().thenRun(down::countDown);
    await().until(() -> one.heard(NodeRoleChanging.class).size() == 2);
    assertThat(one.gate().tryEnter(0)).isNull();

    // several leases long: the lease is renewed while calls drain, so nobody can take over
    assertThat(down.await(2500, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(two.isPrimary()).isFalse();

    one.gate().leave(call);
    assertThat(down.await(5, TimeUnit.SECONDS)).isTrue();
    awaitPrimary(two);
    await().until(() -> roles(one).contains("PRIMARY>SECONDARY"));
  }

  @Test
  @DisplayName("DESIGN 4.2: a drain ends with primacy.drain-timeout")
  void calls_that_do_not_end_are_given_up_after_the_drain_timeout() {
    TestNode one = started(node(cluster, "n1").with("primacy.drain-timeout", "300ms"));
    awaitPrimary(one);
    assertThat(one.gate().tryEnter(0)).isNotNull();

    one.view().stepDown().toCompletableFuture().orTimeout(5, TimeUnit.SECONDS).join();

    assertThat(one.heard(NodeRoleChanging.class)).hasSize(2);
  }

  @Test
  void a_call_that_never_ends_delays_the_end_of_its_own_tenure_only() throws Exception {
    TestNode one = started(node(cluster, "n1").with("primacy.drain-timeout", "700ms"));
    awaitPrimary(one);
    Admission endless = one.gate().tryEnter(0);
    one.view().stepDown().toCompletableFuture().get(5, TimeUnit.SECONDS);
    awaitPrimary(one);

    try (LogBook log = new LogBook()) {
      one.view().stepDown().toCompletableFuture().get(5, TimeUnit.SECONDS);
      awaitPrimary(one);
      assertThat(log.numbered(2102)).singleElement().asString().contains("in-flight=0");
      assertThat(log.numbered(2103)).isEmpty();
    }
    one.gate().leave(endless);
    assertThat(((LeaseGate) one.gate()).inFlight().count()).isZero();
  }

  @Test
  void what_still_runs_after_the_drain_timeout_is_named() throws Exception {
    TestNode one = started(node(cluster, "n1").with("primacy.drain-timeout", "0s"));
    awaitPrimary(one);
    try (LogBook log = new LogBook()) {
      assertThat(one.gate().tryEnter(0)).isNotNull();
      one.view().stepDown().toCompletableFuture().get(5, TimeUnit.SECONDS);
      await()
          .untilAsserted(
              () ->
                  assertThat(log.numbered(2103))
                      .singleElement()
                      .asString()
                      .contains("although 1 guarded call(s) still run")
                      .endsWith("nothing else is known of them"));
    }
  }

  @Test
  @DisplayName("DESIGN 4.1: an observer that throws on the way up hands the role back")
  void an_observer_that_throws_on_the_way_up_hands_the_role_back() {
    AtomicInteger failures = new AtomicInteger();
    TestNode one =
        started(
            node(cluster, "n1")
                .observing(
                    event -> {
                      if (event instanceof NodeRoleChanging && failures.incrementAndGet() == 1) {
                        throw new IllegalStateException("cache is cold");
                      }
                    }));
    awaitPrimary(one);

    assertThat(one.view().requirePrimary().term()).isEqualTo(2);
    assertThat(roles(one)).startsWith("->SECONDARY");
    await().until(() -> roles(one).equals(List.of("->SECONDARY", "SECONDARY>PRIMARY")));
  }

  @Test
  @DisplayName("DESIGN 4.1: primacy.promotion.on-failure=continue lets failures pass")
  void failures_on_the_way_up_can_be_let_pass() {
    TestNode one =
        started(
            node(cluster, "n1")
                .with("primacy.promotion.on-failure", "continue")
                .observing(
                    event -> {
                      if (event instanceof NodeRoleChanging) {
                        throw new IllegalStateException("cache is cold");
                      }
                    }));
    awaitPrimary(one);
    assertThat(one.view().requirePrimary().term()).isEqualTo(1);
  }

  @Test
  @DisplayName("DESIGN 4.3: a role is lost with the lease, and told then")
  void a_node_that_dies_is_followed_within_its_lease() {
    DyingEngine mortal = new DyingEngine();
    TestNode one = started(node(cluster, "n1").on(mortal));
    awaitPrimary(one);
    TestNode two = started(node(cluster, "n2"));
    await().until(() -> two.view().primary().isPresent());
    FencingToken first = one.view().requirePrimary();

    long died = System.nanoTime();
    mortal.die();
    AtomicBoolean overlap = new AtomicBoolean();
    await()
        .pollInterval(Duration.ofMillis(5))
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              boolean successor = two.isPrimary();
              overlap.compareAndSet(false, successor && one.isPrimary());
              return successor;
            });
    assertThat(Duration.ofNanos(System.nanoTime() - died)).isLessThan(Duration.ofSeconds(3));
    assertThat(overlap).isFalse();
    assertThat(two.view().requirePrimary().supersedes(first)).isTrue();
    await().until(() -> roles(one).contains("PRIMARY>SECONDARY"));
    assertThat(one.heard(NodeRoleChanged.class))
        .last()
        .extracting(NodeRoleChanged::cause)
        .isEqualTo(RoleChangeCause.LEASE_EXPIRED);

    mortal.revive();
    UUID dead = one.heard.get(0).node().incarnation();
    await().until(() -> !one.view().node().incarnation().equals(dead));
    await().until(() -> one.view().standing() == GroupStanding.MEMBER);
  }

  @Test
  void stepping_down_lets_the_other_one_lead() {
    TestNode one = started(node(cluster, "n1"));
    awaitPrimary(one);
    TestNode two = started(node(cluster, "n2"));
    await().until(() -> two.view().primary().isPresent());

    one.view().stepDown().toCompletableFuture().orTimeout(5, TimeUnit.SECONDS).join();

    awaitPrimary(two);
    assertThat(one.isPrimary()).isFalse();
    assertThat(one.heard(NodeRoleChanged.class))
        .extracting(NodeRoleChanged::cause)
        .contains(RoleChangeCause.STEP_DOWN);
  }

  @Test
  void whoever_closes_second_waits_for_the_first() throws Exception {
    TestNode one = started(node(cluster, "n1"));
    awaitPrimary(one);
    Admission call = one.gate().tryEnter(0);
    assertThat(call).isNotNull();
    CompletableFuture<Void> first = closing(one);
    await().until(() -> !one.isPrimary());
    CompletableFuture<Void> second = closing(one);

    assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    one.gate().leave(call);
    second.get(20, TimeUnit.SECONDS);
    assertThat(one.view().standing()).isEqualTo(GroupStanding.LEFT);
    first.get(20, TimeUnit.SECONDS);
  }

  private static CompletableFuture<Void> closing(TestNode node) {
    return CompletableFuture.runAsync(node::close, task -> new Thread(task).start());
  }

  @Test
  @DisplayName("DESIGN 5.1: threads carry the name of the application, and go with it")
  void no_thread_is_left_after_close_and_all_carry_the_application_s_name() {
    TestNode one = started(node(cluster, "n1"));
    awaitPrimary(one);
    assertThat(one.threads)
        .isNotEmpty()
        .allMatch(Thread::isDaemon)
        .allMatch(thread -> thread.getName().startsWith("primacy-n1-"));

    one.close();

    await().until(() -> one.threads.stream().noneMatch(Thread::isAlive));
  }

  @Test
  @DisplayName("DESIGN 5.8: unused it starts neither engine nor thread")
  void a_runtime_nobody_uses_starts_no_engine_and_no_thread() {
    List<Thread> threads = new ArrayList<>();
    PrimacyRuntime unused =
        PrimacyRuntimes.create(
            RuntimeSetup.of("idle")
                .withSource(new MapSettings(Map.of("primacy.group", GROUP)))
                .withEngines(List.of(new DyingEngine()))
                .withUsage(Usage.NONE)
                .withThreads(
                    task -> {
                      Thread thread = new Thread(task);
                      threads.add(thread);
                      return thread;
                    }));
    unused.start();
    assertThat(threads).isEmpty();
    assertThat(unused.engine()).isEmpty();
    unused.close();
  }
}
