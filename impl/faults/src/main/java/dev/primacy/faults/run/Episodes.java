package dev.primacy.faults.run;

import dev.primacy.faults.cluster.Cluster;
import dev.primacy.faults.cluster.NodeProcess;
import dev.primacy.faults.cluster.NodeState;
import dev.primacy.faults.cluster.Patience;
import dev.primacy.faults.fault.Fault;
import dev.primacy.faults.fault.Scene;
import dev.primacy.faults.fault.Until;
import dev.primacy.faults.history.Episode;
import dev.primacy.faults.history.Reading;
import dev.primacy.faults.load.Recorder;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** Causes one fault after the other, each after all is well again. */
final class Episodes {
  /** Three leases, and this: what stores take to be one again, on a machine that is busy. */
  static final Duration REUNION = Duration.ofSeconds(10);

  private static final Duration BEGINNING = Duration.ofMinutes(1);

  private static final Duration REPLAY = Duration.ofSeconds(10);
  private static final int LEAST_PEACE_MILLIS = 500;

  private final Cluster cluster;
  private final Recorder recorder;
  private final Watch watch;
  private final Duration lease;
  private final Random random;

  Episodes(Cluster cluster, Recorder recorder, Watch watch, Duration lease, Random random) {
    this.cluster = cluster;
    this.recorder = recorder;
    this.watch = watch;
    this.lease = lease;
    this.random = random;
  }

  /** How long a group may be without a primary that writes once nothing is broken any more. */
  Duration bound() {
    return lease.multipliedBy(3).plus(REUNION);
  }

  /** Waits for the first primary. */
  void begin() throws InterruptedException {
    Patience.of(BEGINNING).until("the nodes have one primary", cluster::isSettled);
  }

  /** Causes a fault at a random moment, undoes it, and waits until all is well. */
  void run(Fault fault) throws Exception {
    long renewal = lease.toMillis() / 3;
    long calm = Patience.now();
    Patience.of(Duration.ofMillis(LEAST_PEACE_MILLIS + random.nextInt((int) renewal))).pass();
    // what a fault does to the writes is counted from the last one before it
    Patience.of(bound()).until("calls are done", () -> watch.doneSince(calm));
    Scene scene = new Scene(cluster, primary(), lease, random);
    long began = Patience.now();
    fault.cause().on(scene);
    last(fault, scene.primary(), began);
    fault.heal().on(scene);
    long healed = Patience.now();
    boolean well = Patience.of(bound()).holds(() -> isWell(healed));
    OptionalLong recovered = well ? OptionalLong.of(Patience.now()) : OptionalLong.empty();
    recorder.record(new Episode(fault.name(), began, healed, recovered, bound().toNanos()));
    if (well) {
      read();
    }
  }

  private NodeProcess primary() throws InterruptedException {
    return Patience.of(bound()).first("one primary", cluster::primary);
  }

  private boolean isWell(long since) throws InterruptedException {
    return watch.doneSince(since) && cluster.isSettled();
  }

  private void last(Fault fault, NodeProcess primary, long began) throws InterruptedException {
    if (fault.until() != Until.TAKEN_OVER) {
      Patience.of(
              fault.until() == Until.LONG ? lease.multipliedBy(5).dividedBy(2) : lease.dividedBy(4))
          .pass();
    } else if (!Patience.of(bound()).holds(() -> watch.wroteBesides(primary.name(), began))) {
      String name = fault.name() + ", nobody took over";
      recorder.record(new Episode(name, began, began, OptionalLong.empty(), bound().toNanos()));
    }
  }

  /** A node is read when both agree, or when they do not after a long time of peace. */
  private void read() throws InterruptedException {
    for (NodeProcess node : cluster.nodes()) {
      var unused = Patience.of(REPLAY).holds(() -> agrees(node.number()));
      Optional<NodeState> state = cluster.state(node.number());
      state.ifPresent(
          known ->
              recorder.record(
                  new Reading(
                      known.process(), known.replayed(), known.registered(), Patience.now())));
    }
  }

  private boolean agrees(int node) throws InterruptedException {
    return cluster
        .state(node)
        .filter(state -> state.replayed().equals(state.registered()))
        .isPresent();
  }
}
