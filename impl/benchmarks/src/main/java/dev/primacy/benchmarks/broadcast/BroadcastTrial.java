package dev.primacy.benchmarks.broadcast;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.benchmarks.Heap;
import dev.primacy.benchmarks.event.Bridge;
import dev.primacy.benchmarks.nodes.BareQueue;
import dev.primacy.core.dispatch.Lane;
import dev.primacy.core.dispatch.Lanes;
import dev.primacy.core.runtime.EventSink;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.event.NodeJoined;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** One application on a JVM of its own, by the ways an event can take to ten observers of it. */
public final class BroadcastTrial {
  private static final int EARS = 10;
  private static final int FLOOD = 100_000;
  private static final int AT_ONCE = 1_000;
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);
  private static final long STEP = TimeUnit.MICROSECONDS.toNanos(200);

  private BroadcastTrial() {}

  /**
   * Measures.
   *
   * @param arguments how many thousands of events
   */
  public static void main(String[] arguments) throws Exception {
    int thousands = Integer.parseInt(arguments[0]);
    double before = BareQueue.perSecond();
    toldAndPublished(thousands);
    print("queue", (before + BareQueue.perSecond()) / 2);
    async(thousands);
    flood();
  }

  private static SeContainer application(Map<String, String> settings, Class<?>... beans) {
    settings.forEach(System::setProperty);
    try {
      return SeContainerInitializer.newInstance().addBeanClasses(beans).initialize();
    } finally {
      settings.keySet().forEach(System::clearProperty);
    }
  }

  private static Map<String, String> cluster(String waiting, String roomWait) {
    return Map.of(
        "primacy.engine",
        "memory",
        "primacy.group",
        "bench",
        "primacy.events.waiting",
        waiting,
        "primacy.events.room-wait",
        roomWait);
  }

  // ---- to ten that do nothing

  private static void toldAndPublished(int thousands) throws Exception {
    try (SeContainer container =
        application(cluster("10000", "1m"), TenEars.class, Announcer.class)) {
      EventSink bridge = Bridge.of(container);
      tell(bridge, thousands * AT_ONCE);
      print("told", perSecond(TenEars.NODES, 4 * thousands * AT_ONCE, n -> tell(bridge, n)));
      Announcer announcer = container.select(Announcer.class).get();
      announcer.announce(thousands * AT_ONCE);
      await(TenEars.TICKS, (long) EARS * thousands * AT_ONCE);
      print("published", perSecond(TenEars.TICKS, thousands * AT_ONCE, announcer::announce));
    }
  }

  /** As the core does: by a lane, in the order of the events. */
  private static void tell(EventSink bridge, int count) throws InterruptedException {
    Lanes lanes = new Lanes(1, Thread::new);
    Lane lane = lanes.lane("nodes", Integer.MAX_VALUE);
    NodeJoined joined = joined();
    for (int i = 0; i < count; i++) {
      lane.add(() -> bridge.deliver(joined));
    }
    lanes.close(Duration.ofMinutes(5));
  }

  private static NodeJoined joined() {
    NodeId node = new NodeId("n1", UUID.randomUUID());
    ClusterNode seen = new ClusterNode(node, Optional.empty(), Set.of(), 0, false, Map.of());
    return new NodeJoined(node, 1, seen, Instant.EPOCH);
  }

  /** The floor of what an application has without Primacy, if nobody is to wait for observers. */
  private static void async(int thousands) {
    try (SeContainer container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(TenAsyncEars.class)
            .initialize()) {
      var event = container.getBeanManager().getEvent().select(Integer.class);
      fireAsync(event, thousands * AT_ONCE / 10);
      print(
          "async",
          perSecond(TenEars.TICKS, thousands * AT_ONCE / 10, count -> fireAsync(event, count)));
    }
  }

  private static void fireAsync(jakarta.enterprise.event.Event<Integer> event, int count) {
    List<CompletionStage<Integer>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(event.fireAsync(i));
    }
    all.forEach(stage -> stage.toCompletableFuture().join());
  }

  /** Does so many. */
  @FunctionalInterface
  private interface Work {
    void run(int count) throws InterruptedException;
  }

  /** Until the last observer has counted the last event. */
  private static double perSecond(LongAdder heard, int count, Work work) {
    long before = heard.sum();
    long began = System.nanoTime();
    try {
      work.run(count);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    await(heard, before + (long) EARS * count);
    return count * 1e9 / (System.nanoTime() - began);
  }

  private static void await(LongAdder heard, long all) {
    long began = System.nanoTime();
    while (heard.sum() < all) {
      if (System.nanoTime() - began > PATIENCE) {
        throw new IllegalStateException("heard " + heard.sum() + " of " + all);
      }
      LockSupport.parkNanos(STEP);
    }
  }

  // ---- to one that cannot keep up

  private static void flood() {
    try (SeContainer container =
        application(cluster(Integer.toString(AT_ONCE), "0s"), SlowEar.class, Announcer.class)) {
      PrimacyRuntime runtime = container.select(PrimacyRuntime.class).get();
      long before = Heap.used();
      container.select(Announcer.class).get().announce(FLOOD);
      long waiting = runtime.messagingStatus().waiting();
      print("flood-growth", (double) (Heap.used() - before));
      print("flood-waiting", (double) waiting);
      while (runtime.messagingStatus().waiting() > 0) {
        LockSupport.parkNanos(STEP);
      }
      long lost = runtime.messagingStatus().lost();
      print("flood-lost", (double) lost);
      print("flood-unaccounted", (double) (FLOOD - lost - SlowEar.HEARD.sum()));
      print("flood-overflows", (double) SlowEar.OVERFLOWS.sum());
    }
  }

  private static void print(String key, double value) {
    System.out.println(key + "=" + Math.round(value));
  }
}
