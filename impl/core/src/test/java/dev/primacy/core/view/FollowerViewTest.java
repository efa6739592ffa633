package dev.primacy.core.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.NodeLifecycle;
import dev.primacy.event.NodeLeftCause;
import dev.primacy.watch.FollowOptions.Baseline;
import dev.primacy.watch.NodeBatch;
import dev.primacy.watch.NodeFollower;
import dev.primacy.watch.NodeView;
import dev.primacy.watch.WatchFailedException;
import dev.primacy.watch.WatchPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FollowerViewTest {
  private static final NodeView EVERYTHING = new NodeView() {};

  /** Nodes of non-negative priority; one more or less is the same. */
  private static final NodeView TOLERANT =
      new NodeView() {
        @Override
        public boolean filter(ClusterNode node) {
          return node.priority() >= 0;
        }

        @Override
        public boolean same(ClusterNode known, ClusterNode now) {
          return Math.abs(known.priority() - now.priority()) <= 1;
        }
      };

  private static ClusterNode node(String name, int value) {
    NodeId id = new NodeId(name, new UUID(0, name.hashCode()));
    return new ClusterNode(id, Optional.empty(), Set.of(), value, false, Map.of());
  }

  private static ClusterNode gone(String name) {
    ClusterNode last = node(name, 0);
    return new ClusterNode(
        last.id(),
        last.endpoint(),
        last.groups(),
        last.priority(),
        last.passive(),
        NodeLifecycle.REMOVED,
        last.attributes(),
        last.status());
  }

  private static FollowerView view(NodeFollower follower) {
    return new FollowerView("routes", follower, Baseline.LAST_REPORTED, CallPermit.ALWAYS);
  }

  /** The calls without what they were about but names and values. */
  private static List<String> shown(CallLog log) {
    List<String> shown = new ArrayList<>();
    for (List<Object> call : log.take()) {
      StringBuilder text = new StringBuilder(call.get(0).toString());
      if (!text.toString().equals("BATCH")) {
        call.subList(1, call.size())
            .forEach(
                node ->
                    text.append(' ')
                        .append(((ClusterNode) node).id().name())
                        .append(((ClusterNode) node).priority()));
      }
      shown.add(text.toString());
    }
    return shown;
  }

  @Test
  @DisplayName(
      "AT-4.12, S4.6: what appeared or changed comes in order, then what is gone, then the end")
  void a_batch_is_told_in_order() {
    CallLog log = new CallLog(EVERYTHING);
    FollowerView view = view(log);
    view.tell(List.of(node("c", 1), node("a", 1), node("b", 1)));
    assertThat(shown(log)).containsExactly("NEW a1", "NEW b1", "NEW c1", "BATCH");
    view.tell(List.of(node("d", 1), gone("a"), node("b", 2)));
    assertThat(shown(log)).containsExactly("UPD b1 b2", "NEW d1", "DEL a1", "BATCH");
  }

  @Test
  @DisplayName("AT-4.9, S4.9: a node that returns has appeared, and its removal is told again")
  void a_node_that_returns_has_appeared() {
    CallLog log = new CallLog(EVERYTHING);
    FollowerView view = view(log);
    for (int round = 0; round < 2; round++) {
      view.tell(List.of(node("a", 1)));
      view.tell(List.of(gone("a")));
    }
    assertThat(shown(log))
        .containsExactly(
            "NEW a1", "BATCH", "DEL a1", "BATCH", "NEW a1", "BATCH", "DEL a1", "BATCH");
  }

  @Test
  @DisplayName(
      "AT-4.11, S4.4: a node that does not pass is gone with its last passing state, and new when it passes")
  void the_filter_takes_nodes_out_and_in() {
    CallLog log = new CallLog(TOLERANT);
    FollowerView view = view(log);
    view.tell(List.of(node("a", 5)));
    view.tell(List.of(node("a", 9)));
    view.tell(List.of(node("a", -1)));
    view.tell(List.of(node("a", -2), node("b", -1)));
    view.tell(List.of(node("a", 5)));
    assertThat(shown(log))
        .containsExactly(
            "NEW a5", "BATCH", "UPD a5 a9", "BATCH", "DEL a9", "BATCH", "BATCH", "NEW a5", "BATCH");
  }

  @Test
  @DisplayName(
      "S4.5, S4.16: a slow drift is told once it adds up, unless compared with what was seen last")
  void a_slow_drift_adds_up_unless_told_otherwise() {
    CallLog reported = new CallLog(TOLERANT);
    CallLog seen = new CallLog(TOLERANT);
    FollowerView first = view(reported);
    FollowerView second = new FollowerView("seen", seen, Baseline.LAST_SEEN, CallPermit.ALWAYS);
    for (int value = 10; value <= 13; value++) {
      first.tell(List.of(node("a", value)));
      second.tell(List.of(node("a", value)));
    }
    assertThat(shown(reported))
        .containsExactly("NEW a10", "BATCH", "BATCH", "UPD a10 a12", "BATCH", "BATCH");
    assertThat(shown(seen)).containsExactly("NEW a10", "BATCH", "BATCH", "BATCH", "BATCH");
    assertThat(first.nodes()).containsExactly(node("a", 12));
    assertThat(second.nodes()).containsExactly(node("a", 13));
  }

  @Test
  @DisplayName(
      "S4.7, S4.10, S4.12: every batch ends, the first one is marked, also when nothing was told")
  void every_batch_ends_and_the_first_is_marked() {
    List<NodeBatch> batches = new ArrayList<>();
    FollowerView view = view(NodeFollower.builder().onBatchDone(batches::add).build());
    view.tell(List.of());
    view.tell(List.of(gone("a")));
    view.tell(List.of(node("a", 1)));
    assertThat(batches).extracting(NodeBatch::isInitial).containsExactly(true, false, false);
    assertThat(batches).extracting(NodeBatch::isEmpty).containsExactly(true, true, false);
    assertThat(batches).extracting(NodeBatch::number).containsExactly(1L, 2L, 3L);
  }

  @Test
  @DisplayName("S4.10, S4.23: what came and went unseen is nothing at all")
  void what_came_and_went_unseen_is_nothing() {
    LatestStates waiting = new LatestStates();
    for (int i = 0; i < 10_000; i++) {
      ClusterNode passing = node("n" + i, 1);
      waiting.add(
          List.of(
              new NodeChange(null, passing, NodeLeftCause.LEFT),
              new NodeChange(passing, null, NodeLeftCause.LEFT)),
          any -> true);
    }
    assertThat(waiting.size()).as("room taken").isZero();
    assertThat(waiting.isEmpty()).isTrue();

    waiting.gone(node("known", 1));
    waiting.gone(node("known", 2));
    assertThat(waiting.poll().lifecycle()).isEqualTo(NodeLifecycle.REMOVED);
    waiting.gone(node("known", 2));
    waiting.seen(node("known", 3), true);
    assertThat(waiting.take()).as("the latest state").containsExactly(node("known", 3));
  }

  @Test
  @DisplayName(
      "AT-4.16, S4.15: a follower of one function hears of new nodes and of changes, and needs no other")
  void a_follower_of_one_function_needs_no_other() {
    List<ClusterNode> heard = new ArrayList<>();
    FollowerView view = view(NodeFollower.builder().onAppearedOrUpdated(heard::add).build());
    view.tell(List.of(node("a", 1)));
    view.tell(List.of(node("a", 2)));
    view.tell(List.of(node("a", 2)));
    view.tell(List.of(gone("a")));
    assertThat(heard).containsExactly(node("a", 1), node("a", 2));
  }

  @Test
  @DisplayName("S4.15: states are the same if the named parts of them are equal")
  void states_are_compared_by_their_named_parts() {
    List<ClusterNode> heard = new ArrayList<>();
    FollowerView view =
        view(
            NodeFollower.builder()
                .sameBy(ClusterNode::priority, ClusterNode::passive)
                .onAppearedOrUpdated(heard::add)
                .build());
    ClusterNode first = node("a", 1);
    ClusterNode richer =
        new ClusterNode(
            first.id(), first.endpoint(), Set.of("ledger"), 1, false, Map.of("zone", "eu"));
    view.tell(List.of(first));
    view.tell(List.of(richer));
    view.tell(List.of(node("a", 2)));
    assertThat(heard).containsExactly(first, node("a", 2));
  }

  @ParameterizedTest
  @EnumSource(
      value = WatchPhase.class,
      names = {"FILTER", "SAME", "APPEARED", "UPDATED", "REMOVED", "BATCH_DONE"})
  @DisplayName(
      "AT-4.15, S4.1, S4.8: a call that throws is the last one, and the failure says where")
  void a_call_that_throws_is_the_last_one(WatchPhase phase) {
    Thrower follower = new Thrower(phase);
    FollowerView view = view(follower);
    WatchFailedException failure =
        catchThrowableOfType(
            WatchFailedException.class,
            () -> {
              view.tell(List.of(node("a", 1), node("z", 1)));
              view.tell(List.of(node("a", 2), node("z", 2)));
              view.tell(List.of(gone("a"), gone("z")));
            });
    assertThat(failure.phase()).isEqualTo(phase);
    boolean aboutNone = phase == WatchPhase.BATCH_DONE;
    assertThat(failure.node().map(NodeId::name))
        .isEqualTo(aboutNone ? Optional.empty() : Optional.of("a"));
    assertThat(failure).hasMessageStartingWith("PRIMACY-2061: ").hasMessageContaining("cold");
    assertThat(failure.getCause()).hasMessage("cold");

    int calls = follower.calls.get();
    assertThat(follower.last).as("nothing is called after it").isEqualTo(phase);
    assertThatThrownBy(() -> view.tell(List.of())).isInstanceOf(IllegalStateException.class);
    assertThat(follower.calls).hasValue(calls);
  }

  /** Throws a checked exception in one phase, for the first node it is called about. */
  private static final class Thrower implements NodeFollower {
    private final WatchPhase phase;
    private final AtomicInteger calls = new AtomicInteger();
    private WatchPhase last = WatchPhase.OPEN;

    Thrower(WatchPhase phase) {
      this.phase = phase;
    }

    private void called(WatchPhase now) throws Exception {
      calls.incrementAndGet();
      last = now;
      if (now == phase) {
        throw new Exception("cold");
      }
    }

    @Override
    public boolean filter(ClusterNode node) throws Exception {
      called(WatchPhase.FILTER);
      return true;
    }

    @Override
    public boolean same(ClusterNode known, ClusterNode now) throws Exception {
      called(WatchPhase.SAME);
      return known.equals(now);
    }

    @Override
    public void appeared(ClusterNode node) throws Exception {
      called(WatchPhase.APPEARED);
    }

    @Override
    public void updated(ClusterNode previous, ClusterNode now) throws Exception {
      called(WatchPhase.UPDATED);
    }

    @Override
    public void removed(ClusterNode lastState) throws Exception {
      called(WatchPhase.REMOVED);
    }

    @Override
    public void batchDone(NodeBatch batch) throws Exception {
      called(WatchPhase.BATCH_DONE);
    }
  }

  @Test
  void an_error_of_the_follower_ends_its_watch_like_an_exception() {
    FollowerView view = view(NodeFollower.builder().filter(FollowerViewTest::endless).build());
    assertThatThrownBy(() -> view.tell(List.of(node("a", 1))))
        .isInstanceOf(WatchFailedException.class)
        .hasCauseInstanceOf(StackOverflowError.class);
  }

  @SuppressWarnings("InfiniteRecursion")
  private static boolean endless(ClusterNode node) {
    return endless(node) && node.passive();
  }

  @Test
  void names_with_control_characters_are_made_fit_for_a_log() {
    FollowerView view =
        new FollowerView(
            "a\nb",
            NodeFollower.builder()
                .onAppeared(
                    node -> {
                      throw new IllegalStateException("x\ry\u2028\u202e\u0085z");
                    })
                .build(),
            Baseline.LAST_REPORTED,
            CallPermit.ALWAYS);
    assertThatThrownBy(() -> view.tell(List.of(node("evil\nPRIMACY-2100: forged", 1))))
        .isInstanceOf(WatchFailedException.class)
        .extracting(Throwable::getMessage)
        .satisfies(
            message -> assertThat(message.toString().chars()).noneMatch(FollowerViewTest::isUnfit));
  }

  private static boolean isUnfit(int character) {
    return Character.isISOControl(character) || character == 0x2028 || character == 0x202e;
  }

  @Test
  void the_nodes_of_a_batch_are_made_when_asked_for_and_not_after_it_is_over() {
    List<NodeBatch> batches = new ArrayList<>();
    List<List<ClusterNode>> lists = new ArrayList<>();
    FollowerView view =
        view(
            NodeFollower.builder()
                .onBatchDone(
                    batch -> {
                      batches.add(batch);
                      if (batch.isInitial()) {
                        lists.add(batch.nodes());
                      }
                    })
                .build());
    view.tell(List.of(node("b", 1), node("a", 1)));
    view.tell(List.of(gone("b")));
    assertThat(lists).containsExactly(List.of(node("a", 1), node("b", 1)));
    assertThat(batches.get(0).nodes()).as("once made it stays").isSameAs(lists.get(0));
    assertThatThrownBy(() -> batches.get(1).nodes())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("PRIMACY-2069: ");
  }

  @Test
  void without_a_permit_nothing_more_is_called_and_the_view_is_what_was_told() {
    AtomicInteger left = new AtomicInteger(4);
    CallLog log = new CallLog(EVERYTHING);
    FollowerView view =
        new FollowerView(
            "routes", log, Baseline.LAST_REPORTED, (phase, about) -> left.getAndDecrement() > 0);
    assertThat(view.tell(List.of(node("a", 1), node("b", 1), node("c", 1)))).isFalse();
    assertThat(shown(log)).containsExactly("NEW a1", "NEW b1");
    view.removeAll();
    assertThat(shown(log)).containsExactly("DEL a1", "DEL b1");
    assertThat(view.nodes()).isEmpty();
  }

  @Test
  @DisplayName("S4.3: two views of the same nodes do not know of each other")
  void two_views_do_not_know_of_each_other() {
    CallLog tolerant = new CallLog(TOLERANT);
    CallLog exact = new CallLog(EVERYTHING);
    List<ClusterNode> first = List.of(node("a", 1), node("b", -1));
    List<ClusterNode> second = List.of(node("a", 2), node("b", 1));
    for (CallLog log : List.of(tolerant, exact)) {
      FollowerView view = view(log);
      view.tell(first);
      view.tell(second);
    }
    assertThat(shown(tolerant)).containsExactly("NEW a1", "BATCH", "NEW b1", "BATCH");
    assertThat(shown(exact))
        .containsExactly("NEW a1", "NEW b-1", "BATCH", "UPD a1 a2", "UPD b-1 b1", "BATCH");
  }
}
