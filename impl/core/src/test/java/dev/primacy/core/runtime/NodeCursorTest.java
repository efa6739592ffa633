package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.WatchGround.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.NodeLifecycle;
import dev.primacy.watch.NodeCursor;
import dev.primacy.watch.WatchFailedException;
import dev.primacy.watch.WatchPhase;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class NodeCursorTest {
  private final WatchGround ground = new WatchGround();
  private final NodeWatches watches = ground.watches;

  @AfterEach
  void closeAll() throws InterruptedException {
    ground.close();
  }

  private static ClusterNode incarnation(String name, int number, int value) {
    return new ClusterNode(
        new NodeId(name, new UUID(2, number)),
        Optional.empty(),
        Set.of(),
        value,
        false,
        java.util.Map.of());
  }

  @Test
  @DisplayName("AT-4.17, S4.20, S4.21: before its first state, after its end, and closed again")
  void a_cursor_has_no_state_before_the_first_and_none_after_its_end() throws Exception {
    ground.bring(node("a", 1)).listed();
    NodeCursor cursor = watches.cursor("a");
    assertThatThrownBy(cursor::node)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("PRIMACY-2068: ");
    assertThat(cursor.error()).isEmpty();
    assertThat(cursor.next()).isTrue();
    cursor.close();
    cursor.close();
    assertThat(cursor.next()).isFalse();
    assertThat(cursor.next()).isFalse();
    assertThat(cursor.error().map(WatchFailedException::phase)).contains(WatchPhase.CLOSED);
    assertThat(cursor.error().orElseThrow())
        .hasMessage("PRIMACY-2065: the watch 'cursor of node 'a'' is closed.");
    assertThat(cursor.node()).as("it stays where it is").isEqualTo(node("a", 1));
  }

  @Test
  @DisplayName("S4.21: what ended a cursor first stays its error")
  void what_ended_a_cursor_first_stays_its_error() throws Exception {
    ground.listed();
    NodeCursor cursor = watches.cursor("a");
    watches.end();
    assertThat(cursor.next()).isFalse();
    cursor.close();
    assertThat(cursor.error().map(WatchFailedException::phase)).contains(WatchPhase.RECEIVE);
  }

  @Test
  @DisplayName("S4.13, S4.20: states in between are skipped, the last one is not")
  void states_in_between_are_skipped() throws Exception {
    ground.listed();
    try (NodeCursor cursor = watches.cursor("a")) {
      for (int value = 1; value <= 100; value++) {
        ground.bring(node("a", value), node("b", value));
      }
      assertThat(cursor.next()).isTrue();
      assertThat(cursor.node()).isEqualTo(node("a", 100));
      ground.bring(node("a", 101));
      assertThat(cursor.node()).as("until next").isEqualTo(node("a", 100));
      assertThat(cursor.next()).isTrue();
      assertThat(cursor.node()).isEqualTo(node("a", 101));
    }
  }

  @Test
  @DisplayName("S4.22: the nodes of a name come one after the other as it restarts")
  void the_nodes_of_a_name_come_one_after_the_other() throws Exception {
    ground.bring(incarnation("a", 1, 1), node("other", 1)).listed();
    try (NodeCursor byName = watches.cursor("a");
        NodeCursor byId = watches.cursor(incarnation("a", 2, 0).id())) {
      assertThat(byName.next()).isTrue();
      ground.bring(incarnation("a", 1, 7));
      ground.take(incarnation("a", 1, 7));
      ground.bring(incarnation("a", 2, 2));
      assertThat(byName.next()).isTrue();
      assertThat(byName.node().lifecycle()).isEqualTo(NodeLifecycle.REMOVED);
      assertThat(byName.node().priority()).as("the last state, not the last shown").isEqualTo(7);
      assertThat(byName.next()).isTrue();
      assertThat(byName.node()).isEqualTo(incarnation("a", 2, 2));
      assertThat(byId.next()).isTrue();
      assertThat(byId.node()).isEqualTo(incarnation("a", 2, 2));
    }
  }

  @Test
  @DisplayName("S4.23: a node that came and went unseen is not shown")
  void a_node_that_came_and_went_unseen_is_not_shown() throws Exception {
    ground.listed();
    try (NodeCursor cursor = watches.cursor("a")) {
      ground.bring(incarnation("a", 1, 1));
      ground.take(incarnation("a", 1, 1));
      ground.bring(incarnation("a", 2, 2));
      assertThat(cursor.next()).isTrue();
      assertThat(cursor.node()).isEqualTo(incarnation("a", 2, 2));
    }
  }

  @Test
  void an_interrupted_reader_leaves_the_cursor_where_it_is() throws Exception {
    ground.bring(node("a", 1)).listed();
    try (NodeCursor cursor = watches.cursor("a")) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(cursor::next).isInstanceOf(InterruptedException.class);
      assertThat(cursor.error()).isEmpty();
      assertThat(cursor.next()).isTrue();
      assertThat(cursor.node()).isEqualTo(node("a", 1));
    }
  }

  @Test
  void closing_wakes_a_reader_that_waits() throws Exception {
    ground.listed();
    NodeCursor cursor = watches.cursor("a");
    CompletableFuture<Boolean> next =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return cursor.next();
              } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
              }
            });
    cursor.close();
    assertThat(next.get(10, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  @DisplayName("S4.19: a cursor can be gone through in a for loop")
  void a_cursor_can_be_gone_through_in_a_for_loop() throws Exception {
    ground.bring(node("a", 1)).listed();
    List<ClusterNode> seen = new ArrayList<>();
    NodeCursor cursor = watches.cursor("a");
    for (ClusterNode state : cursor) {
      seen.add(state);
      if (state.lifecycle() == NodeLifecycle.REMOVED) {
        cursor.close();
      } else if (state.priority() == 2) {
        ground.take(state);
      } else {
        ground.bring(node("a", 2));
      }
    }
    assertThat(seen).extracting(ClusterNode::priority).containsExactly(1, 2, 2);
    assertThatThrownBy(cursor.iterator()::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void every_iterator_is_at_the_same_position() {
    ground.bring(node("a", 1)).listed();
    NodeCursor cursor = watches.cursor("a");
    Iterator<ClusterNode> first = cursor.iterator();
    assertThat(first.hasNext()).isTrue();
    assertThat(first.hasNext()).isTrue();
    assertThat(cursor.iterator().next()).isEqualTo(node("a", 1));
    Thread.currentThread().interrupt();
    assertThat(first.hasNext()).as("interrupted").isFalse();
    assertThat(Thread.interrupted()).isTrue();
    ground.bring(node("a", 2));
    assertThat(first.next()).isEqualTo(node("a", 2));
    cursor.close();
  }

  @Test
  void a_name_that_is_missing_is_refused() {
    assertThatThrownBy(() -> watches.cursor((String) null))
        .isInstanceOf(NullPointerException.class);
  }
}
