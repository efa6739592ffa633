package dev.primacy.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.core.dispatch.Lanes;
import dev.primacy.core.dispatch.Running;
import dev.primacy.core.dispatch.StallWatch;
import dev.primacy.core.gate.SystemClocks;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.NodeAppeared;
import dev.primacy.event.NodeChanged;
import dev.primacy.event.NodeVanished;
import dev.primacy.event.NodesBatchDone;
import dev.primacy.event.ObserverFailed;
import dev.primacy.event.ViewEvent;
import dev.primacy.watch.NodeBatch;
import dev.primacy.watch.NodeView;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a follower of a view hears, as events. */
class ViewFeedTest {
  private static final NodeId SELF = new NodeId("self", new UUID(0, 1));
  private static final NodeId OTHER = new NodeId("n1", new UUID(0, 2));
  private static final ClusterNode EARLIER = node("1");
  private static final ClusterNode LATER = node("2");

  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final List<ClusterEvent> heard = new ArrayList<>();
  private final List<Running> stalled = new ArrayList<>();
  private final List<Running> returned = new ArrayList<>();
  private Predicate<Class<?>> hears = type -> true;
  private Runnable observer = () -> {};

  private final Lanes lanes =
      new Lanes(
          new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
            @Override
            public void execute(Runnable lane) {
              waiting.add(lane);
            }
          });

  private final Deliveries deliveries = deliveries();

  private static final class EuNodes implements NodeView {}

  private static final class AllNodes implements NodeView {}

  private static final class Broken implements NodeView {
    @Override
    public boolean filter(ClusterNode node) throws Exception {
      throw new Exception("filter");
    }

    @Override
    public boolean same(ClusterNode known, ClusterNode now) throws Exception {
      throw new Exception("same");
    }
  }

  private record Batch(boolean isInitial, List<ClusterNode> made) implements NodeBatch {
    @Override
    public long number() {
      return 1;
    }

    @Override
    public int appeared() {
      return 1;
    }

    @Override
    public int updated() {
      return 2;
    }

    @Override
    public int removed() {
      return 3;
    }

    @Override
    public List<ClusterNode> nodes() {
      made.add(LATER);
      return List.copyOf(made);
    }
  }

  private Deliveries deliveries() {
    EventSink sink =
        new EventSink() {
          @Override
          public DeliveryReport deliver(ClusterEvent event) {
            heard.add(event);
            try {
              observer.run();
              return DeliveryReport.CLEAN;
            } catch (IllegalStateException thrown) {
              return new DeliveryReport(List.of(new DeliveryReport.Failure("Map.add", thrown)));
            }
          }

          @Override
          public boolean hears(Class<? extends ClusterEvent> type) {
            return hears.test(type);
          }
        };
    Scribe scribe = new Scribe(task -> new Thread(() -> {}));
    return new Deliveries(sink, SystemClocks.INSTANCE, () -> SELF, lanes, scribe);
  }

  private static ClusterNode node(String version) {
    return new ClusterNode(OTHER, Optional.empty(), Set.of(), 0, false, Map.of("version", version));
  }

  private ViewFeed feed(NodeView view) {
    return new ViewFeed(view.getClass(), view, deliveries);
  }

  @Test
  @DisplayName("S4.2: what a follower hears is an event of its view, numbered over all views")
  void what_a_follower_hears_is_an_event_of_its_view() {
    ViewFeed eu = feed(new EuNodes());
    ViewFeed all = feed(new AllNodes());
    eu.appeared(EARLIER);
    all.appeared(EARLIER);
    eu.updated(EARLIER, LATER);
    eu.removed(LATER);
    all.batchDone(new Batch(true, new ArrayList<>()));
    assertThat(heard)
        .extracting(ClusterEvent::node, ClusterEvent::seq, event -> ((ViewEvent) event).view())
        .containsExactly(
            tuple(1, EuNodes.class),
            tuple(2, AllNodes.class),
            tuple(1, EuNodes.class),
            tuple(1, EuNodes.class),
            tuple(1, AllNodes.class));
    assertThat(((NodeAppeared) heard.get(0)).appeared()).isEqualTo(EARLIER);
    assertThat(((NodeChanged) heard.get(2)).previous()).isEqualTo(EARLIER);
    assertThat(((NodeChanged) heard.get(2)).current()).isEqualTo(LATER);
    assertThat(((NodeVanished) heard.get(3)).vanished()).isEqualTo(LATER);
    NodesBatchDone done = (NodesBatchDone) heard.get(4);
    assertThat(done.initial()).isTrue();
    assertThat(List.of(done.appeared(), done.updated(), done.removed())).containsExactly(1, 2, 3);
    assertThat(done.nodes()).containsExactly(LATER);
  }

  private static Tuple tuple(long seq, Class<?> view) {
    return Tuple.tuple(SELF, seq, view);
  }

  @Test
  void the_nodes_of_a_batch_are_not_put_together_for_nobody() {
    hears = type -> type != NodesBatchDone.class;
    List<ClusterNode> made = new ArrayList<>();
    feed(new EuNodes()).batchDone(new Batch(false, made));
    assertThat(made).isEmpty();
    assertThat(heard).isEmpty();
  }

  @Test
  @DisplayName("DESIGN 5.3: an observer of a view that throws is told, and the view goes on")
  void an_observer_that_throws_is_told_and_the_view_goes_on() {
    observer =
        () -> {
          observer = () -> {};
          throw new IllegalStateException("observer");
        };
    ViewFeed feed = feed(new EuNodes());
    feed.appeared(EARLIER);
    feed.updated(EARLIER, LATER);
    waiting.remove().run();
    assertThat(heard)
        .extracting(Object::getClass)
        .isEqualTo(List.of(NodeAppeared.class, NodeChanged.class, ObserverFailed.class));
    ObserverFailed failed = (ObserverFailed) heard.get(2);
    assertThat(failed.observer()).isEqualTo("Map.add");
    assertThat(failed.event()).isSameAs(heard.get(0));
  }

  @Test
  void a_view_that_throws_ends_its_watch() {
    ViewFeed feed = feed(new Broken());
    assertThatThrownBy(() -> feed.filter(EARLIER)).hasMessage("filter");
    assertThatThrownBy(() -> feed.same(EARLIER, LATER)).hasMessage("same");
  }

  @Test
  @DisplayName(
      "DESIGN 5.4: an observer of a view that stalls is reported, and not after it returned")
  void an_observer_of_a_view_that_stalls_is_reported() {
    StallWatch watch = new StallWatch(lanes, SystemClocks.INSTANCE, Duration.ZERO, new Listener());
    observer = watch;
    feed(new EuNodes()).appeared(EARLIER);
    assertThat(stalled).extracting(Running::event).containsExactly(heard.get(0));
    assertThat(returned).isEmpty();
    watch.run();
    assertThat(returned).as("nothing is observed now").isEqualTo(stalled);
  }

  private final class Listener implements StallWatch.Listener {
    @Override
    public void stalled(Running running, Duration time) {
      stalled.add(running);
    }

    @Override
    public void returned(Running running) {
      returned.add(running);
    }

    @Override
    public void starved(int threads) {
      throw new AssertionError("starved");
    }
  }
}
