package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.GroupStanding;
import dev.primacy.NodeRole;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.event.GroupEvent;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.ObserverFailed;
import dev.primacy.event.ObserverStalled;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private final String cluster = "f-" + UUID.randomUUID();
  private final List<TestNode> nodes = new ArrayList<>();
  private final CountDownLatch blocker = new CountDownLatch(1);

  @AfterEach
  void closeAll() {
    blocker.countDown();
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

  private void block() {
    try {
      blocker.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_store_that_failed_for_good_is_opened_again() {
    DyingEngine engine = new DyingEngine();
    // keeps the records while the other one is closed
    TestNode witness = started(node(cluster, "w").with("primacy.node.passive", "true"));
    TestNode one = started(node(cluster, "n1").on(engine));
    awaitPrimary(one);

    engine.fail();

    await().until(() -> engine.opened.get() == 2);
    await().until(() -> engine.closed.get() == 1);
    awaitPrimary(one);
    assertThat(witness.isPrimary()).isFalse();
  }

  @Test
  void a_wiped_store_makes_every_node_come_back_without_a_restart() throws Exception {
    TestNode one = started(node(cluster, "n1"));
    awaitPrimary(one);
    UUID before = one.view().node().incarnation();
    UUID scope = one.view().requirePrimary().scope();

    try (BackDoor door = new BackDoor(cluster)) {
      door.wipe();
      assertThat(door.read(new RecordKey(RecordKind.NODE, before.toString()))).isEmpty();
    }

    await().until(() -> !one.view().node().incarnation().equals(before));
    awaitPrimary(one);
    assertThat(one.view().requirePrimary().scope()).isNotEqualTo(scope);
    await()
        .until(
            () ->
                one.heard(NodeRoleChanged.class).stream()
                        .filter(change -> change.current() == NodeRole.PRIMARY)
                        .count()
                    == 2);
    assertThat(one.heard(NodeRoleChanged.class))
        .extracting(NodeRoleChanged::current)
        .containsExactly(
            NodeRole.SECONDARY, NodeRole.PRIMARY, NodeRole.SECONDARY, NodeRole.PRIMARY);
  }

  @Test
  @DisplayName("DESIGN 4.4: between two terms of one node there is always a loss")
  void an_elector_that_throws_is_dead_at_once_and_the_node_comes_back() {
    DyingEngine engine = new DyingEngine();
    TestNode one = started(node(cluster, "n1").on(engine));
    awaitPrimary(one);
    UUID before = one.view().node().incarnation();

    try (LogBook log = new LogBook()) {
      engine.confuse();
      await().until(() -> !one.view().node().incarnation().equals(before));
      // the old record is not waited out yet: nobody can be primary
      assertThat(one.gate().tryEnter(0)).isNull();
      await().until(() -> log.numbered(9011).size() == 1 && log.numbered(2110).size() == 1);
      assertThat(log.lines()).noneMatch(line -> line.thread().contains("-lease"));
    }

    awaitPrimary(one);
    assertThat(one.view().requirePrimary().term()).isEqualTo(2);
    await().until(() -> one.heard(NodeRoleChanged.class).size() == 4);
    assertThat(one.heard(NodeRoleChanged.class))
        .extracting(NodeRoleChanged::current)
        .containsExactly(
            NodeRole.SECONDARY, NodeRole.PRIMARY, NodeRole.SECONDARY, NodeRole.PRIMARY);
  }

  @Test
  @DisplayName("DESIGN 5.1: groups are delivered side by side")
  void the_groups_of_one_node_neither_wait_for_nor_lose_with_each_other() {
    TestNode one =
        started(
            node(cluster, "n1")
                .with("primacy.groups", "audit,mail")
                .observing(
                    event -> {
                      if (event instanceof GroupEvent about && about.group().equals("audit")) {
                        block();
                      }
                    }));

    // the observers of one group block; the others lead, and step down alone
    awaitPrimary(one);
    await().until(one.runtime.membership("mail")::isPrimary);
    assertThat(one.runtime.membership("audit").isPrimary()).isFalse();
    one.view().stepDown().toCompletableFuture().orTimeout(5, TimeUnit.SECONDS).join();
    assertThat(one.runtime.membership("mail").requirePrimary().term()).isEqualTo(1);
    assertThat(one.runtime.gate("mail").check(0)).isNotNull();
    await()
        .until(
            () ->
                one.heard(NodeRoleChanged.class).stream()
                    .anyMatch(
                        change ->
                            change.group().equals(TestNode.GROUP)
                                && change.cause() == RoleChangeCause.STEP_DOWN));

    blocker.countDown();
    await().until(one.runtime.membership("audit")::isPrimary);
  }

  @Test
  @DisplayName("DESIGN 5.4: a blocking observer holds up neither the renewal nor the guard")
  void a_blocking_observer_holds_up_neither_the_renewal_nor_the_guard() {
    TestNode one =
        started(
            node(cluster, "n1")
                .with("primacy.observers.stall", "200ms")
                .observing(
                    event -> {
                      if (event instanceof NodeRoleChanged change
                          && change.current() == NodeRole.PRIMARY) {
                        block();
                      }
                    }));
    awaitPrimary(one);
    // reported on a lane of its own, while the observer still blocks
    await().until(() -> one.heard(ObserverStalled.class).size() == 1);
    assertThat(one.heard(ObserverStalled.class).get(0).event()).isInstanceOf(NodeRoleChanged.class);

    // three leases long
    await()
        .pollDelay(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(one.isPrimary()).isTrue());
    assertThat(one.view().requirePrimary().term()).isEqualTo(1);
  }

  @Test
  @DisplayName("DESIGN 5.3: an observer that fails is an event, and the role stays")
  void an_observer_that_fails_is_reported_and_the_role_stays() {
    TestNode one =
        started(
            node(cluster, "n1")
                .observing(
                    event -> {
                      if (event instanceof NodeRoleChanged || event instanceof ObserverFailed) {
                        throw new IllegalStateException("planted");
                      }
                    }));
    awaitPrimary(one);
    await().until(() -> one.heard(ObserverFailed.class).size() == 2);
    assertThat(one.heard(ObserverFailed.class))
        .extracting(ObserverFailed::seq)
        .containsExactly(1L, 2L);
    assertThat(one.heard(ObserverFailed.class).get(0).observer()).isEqualTo("Test.observer");
  }

  @Test
  void a_store_its_peers_need_is_kept_open_until_the_successor_is_seen() {
    DyingEngine engine = new DyingEngine();
    engine.servesPeers = true;
    TestNode one = started(node(cluster, "n1").with("primacy.lease", "3s").on(engine));
    awaitPrimary(one);

    // nobody follows: one lease, and no longer
    long began = System.nanoTime();
    one.close();
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isBetween(Duration.ofMillis(2900), Duration.ofSeconds(6));
    assertThat(engine.closed).hasValue(1);
  }

  @Test
  void with_a_successor_it_is_closed_as_soon_as_that_is_seen() {
    DyingEngine engine = new DyingEngine();
    engine.servesPeers = true;
    TestNode one = started(node(cluster, "n1").with("primacy.lease", "3s").on(engine));
    awaitPrimary(one);
    TestNode two = started(node(cluster, "n2").with("primacy.lease", "3s"));
    await().until(() -> two.view().primary().isPresent());

    long began = System.nanoTime();
    one.close();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(2500));
    awaitPrimary(two);
  }

  @Test
  @DisplayName("DESIGN 4.2: a node that is cut off leaves in bounded time")
  void a_cut_off_node_leaves_in_bounded_time() {
    DyingEngine engine = new DyingEngine();
    TestNode one = started(node(cluster, "n1").on(engine));
    awaitPrimary(one);
    engine.die();

    long began = System.nanoTime();
    one.close();

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
    assertThat(one.view().standing()).isEqualTo(GroupStanding.LEFT);
    assertThat(one.heard(NodeRoleChanged.class))
        .last()
        .extracting(NodeRoleChanged::current)
        .isEqualTo(NodeRole.NOT_IN_GROUP);
    await().until(() -> one.threads.stream().noneMatch(Thread::isAlive));
  }

  @Test
  void an_engine_that_can_never_work_ends_the_start_with_its_own_numbered_message() {
    Engine hopeless =
        new Engine() {
          @Override
          public String name() {
            return "hopeless";
          }

          @Override
          public List<SettingDescription> settings() {
            return List.of();
          }

          @Override
          public RecordStore open(EngineContext context) throws StoreException {
            throw new StoreException("PRIMACY-3999: port 7800 is in use; free it.");
          }
        };
    TestNode one = node(cluster, "n1").on(hopeless).create();
    nodes.add(one);
    assertThatThrownBy(one.runtime::start)
        .isInstanceOf(PrimacyStartException.class)
        .hasMessage("PRIMACY-3999: port 7800 is in use; free it.");
    one.close();
    await().until(() -> one.threads.stream().noneMatch(Thread::isAlive));
  }

  @Test
  void a_wrong_configuration_is_one_exception_with_every_problem() {
    RuntimeSetup setup =
        RuntimeSetup.of("app")
            .withSource(new MapSettings(Map.of("primacy.group", "a b", "primacy.lease", "soon")));
    assertThatThrownBy(() -> PrimacyRuntimes.create(setup))
        .isInstanceOf(PrimacyStartException.class)
        .hasMessageStartingWith("PRIMACY-1001: ")
        .hasMessageContaining("PRIMACY-1004: primacy.group=a b")
        .hasMessageContaining("PRIMACY-1004: primacy.lease=soon")
        .hasMessageContaining("PRIMACY-1010: ");
  }
}
