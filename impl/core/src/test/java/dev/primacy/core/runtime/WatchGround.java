package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.core.dispatch.Lanes;
import dev.primacy.core.dispatch.NamedThreads;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.view.ClusterView;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.NodeLeftCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Watches of nodes that a test brings and takes away, on a clock that the test winds. */
final class WatchGround implements Clocks {
  static final Duration STALL = Duration.ofSeconds(12);

  final List<ClusterEvent> events = new CopyOnWriteArrayList<>();
  final List<Thread> threads = new CopyOnWriteArrayList<>();
  final NodeWatches watches;
  private final NodeId self = new NodeId("self", new UUID(0, 1));
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
  private final List<Later> waiting = new CopyOnWriteArrayList<>();
  private final ClusterView view = new ClusterView();
  private final NodeFanOut fanOut = new NodeFanOut(view);
  private final Scribe scribe;
  private final Lanes lanes;

  private record Later(long due, Duration delay, Runnable task, CompletableFuture<Void> future) {}

  WatchGround() {
    scribe = new Scribe(named("log"));
    lanes = new Lanes(1, named("events"));
    EventSink sink =
        event -> {
          events.add(event);
          return DeliveryReport.CLEAN;
        };
    watches =
        new NodeWatches(
            new WatchTools(
                new PostedSource(this::lease, fanOut, List::of),
                this::after,
                this,
                scribe,
                new Deliveries(sink, this, () -> self, lanes, scribe),
                STALL,
                this::named));
  }

  private NamedThreads named(String work) {
    return new NamedThreads(
        "ground",
        work,
        task -> {
          Thread thread = new Thread(task);
          threads.add(thread);
          return thread;
        });
  }

  /** The steps of what is one thread elsewhere. */
  private void lease(Runnable step) {
    synchronized (fanOut) {
      step.run();
    }
  }

  // ---- nodes

  static ClusterNode node(String name, int value) {
    return new ClusterNode(
        new NodeId(name, new UUID(1, name.hashCode())),
        Optional.empty(),
        Set.of(),
        value,
        false,
        Map.of());
  }

  /** The first list, of what was brought until now, is complete. */
  WatchGround listed() {
    lease(
        () -> {
          fanOut.listed();
          fanOut.endOfBatch();
        });
    return this;
  }

  /** Together. */
  WatchGround bring(ClusterNode... nodes) {
    lease(
        () -> {
          for (ClusterNode node : nodes) {
            fanOut.seen(view.put(node, Map.of()), node);
          }
          fanOut.endOfBatch();
        });
    return this;
  }

  /** Together. */
  void take(ClusterNode... nodes) {
    lease(
        () -> {
          for (ClusterNode node : nodes) {
            ClusterNode before = view.remove(node.id().incarnation());
            if (before != null) {
              fanOut.gone(before, NodeLeftCause.LEFT);
            }
          }
          fanOut.endOfBatch();
        });
  }

  List<ClusterNode> nodes() {
    return view.nodes();
  }

  // ---- time

  private Future<?> after(Duration delay, Runnable task) {
    Later later = new Later(nanos() + delay.toNanos(), delay, task, new CompletableFuture<Void>());
    waiting.add(later);
    return later.future();
  }

  /** What waits to be done, by how long it waits at first. */
  List<Duration> delays() {
    return waiting.stream()
        .filter(later -> !later.future().isCancelled())
        .map(Later::delay)
        .toList();
  }

  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
    List<Later> due = new ArrayList<>(waiting);
    due.removeIf(later -> later.due() - nanos() > 0);
    waiting.removeAll(due);
    due.stream().filter(later -> !later.future().isCancelled()).forEach(l -> l.task().run());
  }

  @Override
  public long nanos() {
    return nanos.get();
  }

  @Override
  public long millis() {
    return 0;
  }

  void close() throws InterruptedException {
    watches.end();
    watches.awaitEnd(Duration.ofSeconds(10));
    lanes.close(Duration.ofSeconds(5));
    scribe.close(Duration.ofSeconds(5));
  }
}
