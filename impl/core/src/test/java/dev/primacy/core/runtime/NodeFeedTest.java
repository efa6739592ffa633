package dev.primacy.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.core.dispatch.Lane;
import dev.primacy.core.dispatch.Lanes;
import dev.primacy.core.gate.SystemClocks;
import dev.primacy.core.view.ClusterView;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.NodeEvent;
import dev.primacy.event.NodeJoined;
import dev.primacy.event.NodeLeft;
import dev.primacy.event.NodeLeftCause;
import dev.primacy.event.NodeUpdated;
import dev.primacy.event.NodesSettled;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Node events under load: observers that are slower than the cluster changes. */
class NodeFeedTest {
  private static final NodeId SELF = new NodeId("self", new UUID(0, 1));

  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final List<ClusterEvent> heard = new ArrayList<>();
  private final ClusterView view = new ClusterView();
  private final NodeFeed feed = feed();

  private NodeFeed feed() {
    Lanes lanes =
        new Lanes(
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
              @Override
              public void execute(Runnable lane) {
                waiting.add(lane);
              }
            });
    Scribe scribe = new Scribe(task -> new Thread(() -> {}));
    EventSink sink =
        event -> {
          heard.add(event);
          return DeliveryReport.CLEAN;
        };
    Deliveries deliveries = new Deliveries(sink, SystemClocks.INSTANCE, () -> SELF, lanes, scribe);
    Lane lane = lanes.lane("*", 4);
    RecordFeed records =
        new RecordFeed(lane, deliveries, () -> SELF, SystemClocks.INSTANCE, RecordFeed.Unread.NONE);
    return new NodeFeed(view, records, lane, deliveries, () -> SELF, SystemClocks.INSTANCE);
  }

  private void observersRun() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  private static ClusterNode node(int number, int version) {
    return new ClusterNode(
        new NodeId("n" + number, new UUID(1, number)),
        Optional.empty(),
        Set.of(),
        0,
        false,
        Map.of("version", Integer.toString(version)));
  }

  @Test
  @DisplayName(
      "S2.26, DESIGN 5.2, 5.7: no node event before the first complete list, and one settles it")
  void nothing_is_told_before_the_first_complete_list() {
    feed.seen(node(1, 1), Map.of());
    feed.endOfBatch();
    observersRun();
    assertThat(heard).isEmpty();

    feed.seen(node(2, 1), Map.of());
    feed.listed();
    feed.endOfBatch();
    observersRun();
    assertThat(heard).hasSize(3);
    assertThat(heard.get(2))
        .isInstanceOfSatisfying(
            NodesSettled.class,
            settled -> {
              assertThat(settled.initial()).isTrue();
              assertThat(settled.nodes()).hasSize(2);
            });
  }

  @Test
  @DisplayName(
      "S2.16, S2.17, DESIGN 5.7: under load node events are merged to the latest state, none is lost")
  void under_load_they_are_merged_to_the_latest_state_and_none_is_lost() {
    SplittableRandom random = new SplittableRandom(11);
    Map<UUID, ClusterNode> replayed = new HashMap<>();
    feed.listed();
    for (int round = 0; round < 50; round++) {
      int before = heard.size();
      int nodes = 20;
      for (int change = 0; change < 500; change++) {
        int number = random.nextInt(nodes);
        if (random.nextInt(3) > 0) {
          feed.seen(node(number, random.nextInt(1_000)), Map.of());
        } else {
          feed.gone(new UUID(1, number), NodeLeftCause.LEFT);
        }
        feed.endOfBatch();
      }
      assertThat(waiting).as("one turn of the lane, however much happened").hasSize(1);
      observersRun();

      List<ClusterEvent> batch = heard.subList(before, heard.size());
      assertThat(batch).hasSizeLessThanOrEqualTo(nodes + 1);
      batch.forEach(event -> apply(event, replayed));
      assertThat(replayed.values()).containsExactlyInAnyOrderElementsOf(view.nodes());
      assertThat(batch.get(batch.size() - 1))
          .isInstanceOfSatisfying(
              NodesSettled.class, settled -> assertThat(settled.nodes()).isEqualTo(view.nodes()));
    }
    assertThat(seqs(NodeJoined.class)).isSorted().doesNotHaveDuplicates();
    assertThat(seqs(NodesSettled.class)).startsWith(1L, 2L).hasSize(50);
  }

  private static void apply(ClusterEvent event, Map<UUID, ClusterNode> nodes) {
    if (event instanceof NodeJoined joined) {
      assertThat(nodes.put(joined.joined().id().incarnation(), joined.joined())).isNull();
    } else if (event instanceof NodeUpdated updated) {
      assertThat(nodes.put(updated.current().id().incarnation(), updated.current()))
          .isEqualTo(updated.previous());
    } else if (event instanceof NodeLeft left) {
      assertThat(nodes.remove(left.left().id().incarnation())).isEqualTo(left.left());
    }
  }

  private <E extends NodeEvent> List<Long> seqs(Class<E> type) {
    return heard.stream().filter(type::isInstance).map(ClusterEvent::seq).toList();
  }
}
