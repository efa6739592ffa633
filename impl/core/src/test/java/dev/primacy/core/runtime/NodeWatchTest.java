package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.ClusterNode;
import dev.primacy.NodeAttributes;
import dev.primacy.NodeId;
import dev.primacy.NodeLifecycle;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.engine.memory.MemoryEngine;
import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.StoreException;
import dev.primacy.watch.FollowOptions;
import dev.primacy.watch.FollowOptions.Restart;
import dev.primacy.watch.NodeCursor;
import dev.primacy.watch.NodeFollower;
import dev.primacy.watch.WatchFailedException;
import dev.primacy.watch.WatchHandle;
import dev.primacy.watch.WatchPhase;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Watching the nodes of a cluster from one of them. */
@Timeout(120)
class NodeWatchTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final String cluster = "nw-" + UUID.randomUUID();
  private final List<TestNode> nodes = new ArrayList<>();
  private final CountDownLatch blocker = new CountDownLatch(1);
  private final Notes notes = new Notes();

  @AfterEach
  void closeAll() {
    blocker.countDown();
    nodes.forEach(TestNode::close);
    assertThat(notes.misfits).isEmpty();
  }

  private TestNode started(TestNode.Builder builder) {
    TestNode node = builder.start();
    nodes.add(node);
    await().atMost(LONG).until(() -> node.knows(node.name));
    return node;
  }

  private TestNode started(String name) {
    return started(node(cluster, name));
  }

  private static void publish(TestNode node, String name, String text) throws Exception {
    node.view()
        .attributes(NodeAttributes.of(Map.of(name, text)))
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }

  /** Goes on until a state fits, and shows it. */
  private static ClusterNode next(NodeCursor cursor, Predicate<ClusterNode> fits) throws Exception {
    CompletableFuture<ClusterNode> found = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try {
                boolean more = cursor.next();
                while (more && !fits.test(cursor.node())) {
                  more = cursor.next();
                }
                found.complete(cursor.node());
              } catch (InterruptedException | RuntimeException failure) {
                found.completeExceptionally(failure);
              }
            });
    reader.start();
    try {
      return found.get(LONG.toSeconds(), TimeUnit.SECONDS);
    } finally {
      reader.interrupt();
      reader.join();
    }
  }

  private void awaitLine(Notes of, String... lines) {
    await().atMost(LONG).untilAsserted(() -> assertThat(of.lines).contains(lines));
  }

  private static List<String> names(Notes of) {
    return of.nodes.keySet().stream().map(NodeId::name).toList();
  }

  // ---- cursors

  @Test
  @DisplayName("AT-4.1, S4.19, S4.22: a cursor of a node that does not exist waits until it does")
  void a_cursor_of_a_node_that_does_not_exist_waits_until_it_does() throws Exception {
    TestNode one = started("n1");
    try (NodeCursor cursor = one.runtime.nodeWatch().cursor("n2")) {
      CompletableFuture<Boolean> next = new CompletableFuture<>();
      Thread reader =
          new Thread(
              () -> {
                try {
                  next.complete(cursor.next());
                } catch (InterruptedException stop) {
                  next.completeExceptionally(stop);
                }
              });
      reader.start();
      assertThatThrownBy(() -> next.get(200, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      TestNode two = started("n2");
      assertThat(next.get(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(cursor.node().id()).isEqualTo(two.view().node());
      assertThat(cursor.node().status()).isEmpty();
      assertThat(cursor.node().lifecycle()).isEqualTo(NodeLifecycle.UP);
    }
  }

  @Test
  @DisplayName(
      "AT-4.2, S4.11, S4.20, S4.24: what a node publishes is seen, and a state that was seen does not change")
  void what_a_node_publishes_is_seen_and_a_state_never_changes() throws Exception {
    TestNode one = started("n1");
    TestNode two = started("n2");
    try (NodeCursor cursor = one.runtime.nodeWatch().cursor(two.view().node())) {
      ClusterNode first = next(cursor, any -> true);
      String before = first.toString();
      two.view()
          .attributes(NodeAttributes.of(Map.of("address", "203.0.113.42", "curator.port", "1234")));
      ClusterNode second = next(cursor, node -> node.status().isPresent());
      assertThat(second.attributes())
          .containsEntry("address", "203.0.113.42")
          .containsEntry("curator.port", "1234");
      assertThat(second.status().orElseThrow().version()).isEqualTo(1);
      assertThat(cursor.node()).isSameAs(second).isSameAs(cursor.node());
      assertThat(first.toString()).isEqualTo(before);
    }
  }

  @Test
  @DisplayName(
      "AT-4.3, S4.22, S4.23: of a node that is gone a cursor shows the last state, as removed")
  void of_a_node_that_is_gone_a_cursor_shows_the_last_state() throws Exception {
    TestNode one = started("n1");
    TestNode two = started("n2");
    NodeId id = two.view().node();
    try (NodeCursor cursor = one.runtime.nodeWatch().cursor("n2")) {
      publish(two, "zone", "eu");
      next(cursor, node -> node.attributes().containsKey("zone"));
      two.close();
      ClusterNode last = next(cursor, node -> node.lifecycle() == NodeLifecycle.REMOVED);
      assertThat(last.id()).isEqualTo(id);
      assertThat(last.attributes()).containsEntry("zone", "eu");

      TestNode again = started("n2");
      ClusterNode reborn = next(cursor, any -> true);
      assertThat(reborn.id()).isEqualTo(again.view().node()).isNotEqualTo(id);
    }
    NodeCursor late = one.runtime.nodeWatch().cursor(id);
    CompletableFuture<Boolean> next = new CompletableFuture<>();
    new Thread(() -> complete(next, late)).start();
    assertThatThrownBy(() -> next.get(200, TimeUnit.MILLISECONDS))
        .as("nobody was told of it, so there is nothing to tell of its end")
        .isInstanceOf(TimeoutException.class);
    late.close();
    assertThat(next.get(LONG.toSeconds(), TimeUnit.SECONDS)).isFalse();
  }

  /** Whose store nobody can open. */
  private static final class UnopenedEngine implements Engine {
    private final MemoryEngine memory = new MemoryEngine();

    @Override
    public String name() {
      return memory.name();
    }

    @Override
    public List<SettingDescription> settings() {
      return memory.settings();
    }

    @Override
    public RecordStore open(EngineContext context) throws StoreException {
      throw new StoreException("no such host");
    }
  }

  private static void complete(CompletableFuture<Boolean> next, NodeCursor cursor) {
    try {
      next.complete(cursor.next());
    } catch (InterruptedException stop) {
      next.completeExceptionally(stop);
    }
  }

  @Test
  @DisplayName("AT-4.17, S4.19: the first next of a cursor shows that the engine cannot be opened")
  void the_first_next_of_a_cursor_shows_why_it_cannot_be_opened() throws Exception {
    TestNode broken = node(cluster, "n1").on(new UnopenedEngine()).create();
    NodeCursor cursor = broken.runtime.nodeWatch().cursor("n1");
    assertThat(cursor.error()).isEmpty();
    assertThatThrownBy(broken.runtime::start).isInstanceOf(PrimacyStartException.class);
    assertThat(cursor.next()).isFalse();
    assertThat(cursor.next()).isFalse();
    assertThat(cursor.error().orElseThrow().phase()).isEqualTo(WatchPhase.OPEN);
    assertThat(cursor.error().orElseThrow()).hasMessageStartingWith("PRIMACY-2064: ");
    broken.close();
  }

  // ---- followers

  @Test
  @DisplayName("AT-4.3, S4.2: a node that goes is told as removed exactly once")
  void a_node_that_goes_is_told_as_removed_exactly_once() {
    TestNode one = started("n1");
    TestNode two = started("n2");
    NodeId id = two.view().node();
    one.runtime.nodeWatch().follow(notes);
    await().atMost(LONG).until(() -> names(notes).equals(List.of("n1", "n2")));
    two.close();
    await().atMost(LONG).until(() -> names(notes).equals(List.of("n1")));
    started("n3");
    await().atMost(LONG).until(() -> names(notes).contains("n3"));
    assertThat(notes.removed).containsExactly(id);
  }

  @Test
  @DisplayName("AT-4.4, S4.12: all nodes of a cluster of one are the local one")
  void all_nodes_of_a_cluster_of_one_are_the_local_one() {
    TestNode one = started("n1");
    one.runtime.nodeWatch().follow(notes);
    awaitLine(notes, "INITIAL");
    assertThat(notes.lines).containsExactly("NEW n1", "INITIAL");
    assertThat(notes.nodes).containsOnlyKeys(one.view().node());
  }

  @Test
  @DisplayName("AT-4.5: what the local node publishes is seen by its own followers")
  void what_the_local_node_publishes_is_seen_by_its_own_followers() throws Exception {
    TestNode one = started("n1");
    one.runtime.nodeWatch().follow(notes);
    publish(one, "address", "203.0.113.43");
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(notes.nodes.values())
                    .singleElement()
                    .satisfies(
                        node ->
                            assertThat(node.attributes())
                                .containsEntry("address", "203.0.113.43")));
  }

  private TestNode richNode() {
    return started(
        node(cluster, "n2")
            .with("primacy.node.url", "http://1.2.3.4:1337/")
            .with("primacy.node.attributes.key", "deadbeef")
            .with("primacy.node.attributes.prefix", "10.0.0.0/8"));
  }

  private static void assertRich(@Nullable ClusterNode node) {
    assertThat(node).isNotNull();
    assertThat(node.endpoint()).contains(URI.create("http://1.2.3.4:1337/"));
    assertThat(node.attributes()).isEqualTo(Map.of("key", "deadbeef", "prefix", "10.0.0.0/8"));
    assertThat(node.groups()).containsExactly(TestNode.GROUP);
    assertThat(node.lifecycle()).isEqualTo(NodeLifecycle.UP);
  }

  @Test
  @DisplayName(
      "AT-4.6, AT-4.7, AT-4.8: a second watch begins with the same nodes, and both hear that one goes")
  void a_second_watch_begins_with_the_same_nodes_and_both_hear_that_one_goes() {
    TestNode one = started("n1");
    one.runtime.nodeWatch().follow(notes);
    TestNode two = richNode();
    NodeId id = two.view().node();
    // a node is there before it takes part in a group
    await().atMost(LONG).untilAsserted(() -> assertRich(notes.nodes.get(id)));

    Notes second = new Notes();
    one.runtime.nodeWatch().follow(second);
    awaitLine(second, "INITIAL");
    assertThat(second.lines).startsWith("NEW n1", "NEW n2", "INITIAL");
    assertThat(second.nodes).isEqualTo(notes.nodes);

    two.close();
    await().atMost(LONG).until(() -> names(notes).equals(List.of("n1")));
    await().atMost(LONG).until(() -> names(second).equals(List.of("n1")));
    assertThat(second.misfits).isEmpty();
  }

  @Test
  @DisplayName("AT-4.9, AT-4.11, S4.9: a node that passes, does not, and passes again is new twice")
  void a_node_that_passes_again_is_new_again() throws Exception {
    TestNode one = started("n1");
    TestNode two = started("n2");
    List<String> heard = new CopyOnWriteArrayList<>();
    one.runtime
        .nodeWatch()
        .follow(
            NodeFollower.builder()
                .filter(node -> "in".equals(node.attributes().get("pool")))
                .sameBy(ClusterNode::attributes)
                .onAppeared(node -> heard.add("NEW"))
                .onRemoved(node -> heard.add("DEL " + node.attributes()))
                .build());
    List<String> expected = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      publish(two, "pool", "in");
      expected.add("NEW");
      await().atMost(LONG).until(() -> heard.equals(expected));
      publish(two, "pool", "out");
      expected.add("DEL {pool=in}");
      await().atMost(LONG).until(() -> heard.equals(expected));
    }
  }

  @Test
  @DisplayName("AT-4.15, S4.8: a follower that fails starts anew and hears of every node as new")
  void a_follower_that_fails_starts_anew() {
    TestNode one = started("n1");
    started("n2");
    await().atMost(LONG).until(() -> one.knows("n2"));
    AtomicBoolean cold = new AtomicBoolean(true);
    Notes failing =
        new Notes() {
          @Override
          public void appeared(ClusterNode node) throws Exception {
            super.appeared(node);
            if (node.id().name().equals("n2") && cold.getAndSet(false)) {
              nodes.clear();
              throw new IllegalStateException("cold");
            }
          }
        };
    Restart soon = new Restart(Duration.ofMillis(10), Duration.ofMillis(10));
    one.runtime.nodeWatch().follow(failing, FollowOptions.DEFAULT.withRestart(soon));
    awaitLine(failing, "INITIAL");
    assertThat(failing.lines).startsWith("NEW n1", "NEW n2", "NEW n1", "NEW n2", "INITIAL");
    assertThat(failing.misfits).isEmpty();
  }

  @Test
  @DisplayName("AT-4.16, S4.15: a follower of one function hears of all nodes")
  void a_follower_of_one_function_hears_of_all_nodes() throws Exception {
    TestNode one = started("n1");
    List<String> heard = new CopyOnWriteArrayList<>();
    one.runtime
        .nodeWatch()
        .follow(
            NodeFollower.builder()
                .onAppearedOrUpdated(node -> heard.add(node.id().name() + node.attributes()))
                .build());
    TestNode two = started("n2");
    publish(two, "load", "3");
    await().atMost(LONG).until(() -> heard.contains("n2{load=3}"));
    assertThat(heard).contains("n1{}", "n2{}");
    two.close();
    await().atMost(LONG).until(() -> one.view().nodes().size() == 1);
  }

  @Test
  @DisplayName("S4.14, S4.12: a store that is away for long takes no other node out of a view")
  void a_store_that_is_away_takes_no_other_node_out_of_a_view() {
    DyingEngine engine = new DyingEngine();
    TestNode one = started(node(cluster, "n1").on(engine));
    TestNode two = started("n2");
    one.runtime.nodeWatch().follow(notes);
    await().atMost(LONG).until(() -> names(notes).equals(List.of("n1", "n2")));
    NodeId before = one.view().node();
    engine.die();
    await()
        .atMost(LONG)
        .until(() -> two.view().nodes().stream().noneMatch(seen -> seen.id().equals(before)));
    engine.revive();
    await().atMost(LONG).until(() -> !one.view().node().equals(before));
    await().atMost(LONG).until(() -> notes.nodes.containsKey(one.view().node()));
    started("n3");
    await().atMost(LONG).until(() -> names(notes).equals(List.of("n1", "n2", "n3")));
    assertThat(notes.removed)
        .as("but this one, as it was")
        .contains(before)
        .allSatisfy(gone -> assertThat(gone.name()).isEqualTo("n1"));
    assertThat(notes.lines).containsOnlyOnce("NEW n2", "INITIAL").doesNotContain("DEL n2");
  }

  @Test
  @DisplayName("S4.18: a follower that blocks delays neither roles nor guards nor the end")
  void a_follower_that_blocks_delays_neither_roles_nor_guards() {
    TestNode one = started("n1");
    CountDownLatch reached = new CountDownLatch(1);
    one.runtime
        .nodeWatch()
        .follow(
            NodeFollower.builder()
                .onAppeared(
                    node -> {
                      reached.countDown();
                      try {
                        blocker.await();
                      } catch (InterruptedException stop) {
                        Thread.currentThread().interrupt();
                      }
                    })
                .build());
    await().until(() -> reached.getCount() == 0);
    one.runtime.nodeWatch().follow(notes);
    await().atMost(LONG).until(one::isPrimary);
    TestNode two = started("n2");
    await().atMost(LONG).until(() -> names(notes).contains("n2"));
    one.view().stepDown();
    await().atMost(LONG).until(two::isPrimary);
    assertThat(two.gate().tryEnter(0)).isNotNull();
  }

  // ---- beginning and end

  @Test
  @DisplayName("S4.1: a watch may begin before Primacy does, and ends with it")
  void a_watch_may_begin_before_primacy_and_ends_with_it() {
    TestNode one = node(cluster, "n1").create();
    nodes.add(one);
    WatchHandle handle = one.runtime.nodeWatch().follow(notes);
    assertThat(handle.isOpen()).isTrue();
    one.runtime.start();
    await().atMost(LONG).until(() -> names(notes).equals(List.of("n1")));
    one.close();
    assertThat(handle.isOpen()).isFalse();
    assertThat(phase(handle)).isEqualTo(WatchPhase.RECEIVE);
    assertThat(notes.removed).isEmpty();
    assertThat(phase(one.runtime.nodeWatch().follow(new Notes()))).isEqualTo(WatchPhase.OPEN);
    await().atMost(LONG).until(() -> one.threads.stream().noneMatch(Thread::isAlive));
  }

  private static WatchPhase phase(WatchHandle handle) {
    try {
      handle.ended().toCompletableFuture().get(10, TimeUnit.SECONDS);
      return WatchPhase.CLOSED;
    } catch (ExecutionException ended) {
      return ((WatchFailedException) ended.getCause()).phase();
    } catch (InterruptedException | TimeoutException late) {
      throw new AssertionError(late);
    }
  }

  @Test
  void a_runtime_that_never_started_ends_watches_where_they_open() {
    TestNode one = node(cluster, "n1").create();
    WatchHandle handle = one.runtime.nodeWatch().follow(notes);
    one.close();
    assertThat(phase(handle)).isEqualTo(WatchPhase.OPEN);
    await().atMost(LONG).until(() -> one.threads.stream().noneMatch(Thread::isAlive));
  }

  @Test
  void a_follower_may_stop_the_application() {
    TestNode one = started("n1");
    CompletableFuture<Void> closed = new CompletableFuture<>();
    one.runtime
        .nodeWatch()
        .follow(
            NodeFollower.builder()
                .onBatchDone(
                    batch -> {
                      one.close();
                      closed.complete(null);
                    })
                .build());
    await().atMost(LONG).until(closed::isDone);
    assertThat(closed).isCompleted();
  }

  @Test
  @DisplayName("S4.24: standalone there is one node, this one, and what it publishes")
  void standalone_there_is_one_node() throws Exception {
    try (PrimacyRuntime alone = quiet(Map.of())) {
      alone.nodeWatch().follow(notes);
      assertThat(notes.lines).isEmpty();
      alone.start();
      awaitLine(notes, "INITIAL");
      assertThat(notes.lines).containsExactly("NEW " + names(notes).get(0), "INITIAL");
      var published =
          alone.membership("default").attributes(NodeAttributes.of(Map.of("load", "1")));
      published.toCompletableFuture().get(10, TimeUnit.SECONDS);
      awaitLine(notes, "BATCH");
      assertThat(notes.nodes.values())
          .singleElement()
          .satisfies(
              node -> {
                assertThat(node.id()).isEqualTo(alone.membership("default").node());
                assertThat(node.attributes()).isEqualTo(Map.of("load", "1"));
                assertThat(node.status().orElseThrow().version()).isEqualTo(1);
              });
    }
  }

  @Test
  @DisplayName("DESIGN 5.8: switched off there is no node, and nothing more")
  void switched_off_there_is_no_node_and_nothing_more() {
    PrimacyRuntime off = quiet(Map.of("primacy.enabled", "false"));
    WatchHandle handle = off.nodeWatch().follow(notes);
    off.start();
    awaitLine(notes, "INITIAL");
    assertThat(notes.lines).containsExactly("INITIAL");
    off.close();
    assertThat(phase(handle)).isEqualTo(WatchPhase.RECEIVE);
  }

  private static PrimacyRuntime quiet(Map<String, String> settings) {
    return PrimacyRuntimes.create(RuntimeSetup.of("app").withSource(new MapSettings(settings)));
  }

  @Test
  void a_follower_that_is_missing_is_refused_at_once() {
    TestNode one = node(cluster, "n1").create();
    nodes.add(one);
    assertThatThrownBy(() -> one.runtime.nodeWatch().follow(null))
        .isInstanceOf(NullPointerException.class);
    assertThat(Optional.of(one.threads)).contains(List.of());
  }
}
