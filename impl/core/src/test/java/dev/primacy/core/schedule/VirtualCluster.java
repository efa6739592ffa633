package dev.primacy.core.schedule;

import dev.primacy.core.elector.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Three nodes with clocks that disagree, in time that passes when told to. */
final class VirtualCluster {
  static final String GROUP = "ledger";
  static final Timing TIMING = Timing.of(Duration.ofSeconds(3), 0.01);

  /** Some wall time. */
  static final long START = 1_800_000_000_250L;

  private static final long STEP = 50_000_000;
  private static final long[] SKEWS = {0, 1_700, -1_300};

  final SplittableRandom random;
  final VirtualStore store = new VirtualStore();
  final FiringBook record;
  private final SchedulePlan plan;
  private final Defect defect;
  private final List<VirtualNode> nodes = new ArrayList<>();
  private final NavigableMap<Long, List<Runnable>> later = new TreeMap<>();
  private long nanos = 1_000_000_000;
  private int started;

  VirtualCluster(long seed, SchedulePlan plan, Defect defect) {
    this.random = new SplittableRandom(seed);
    this.plan = plan;
    this.defect = defect;
    this.record = new FiringBook();
    for (int i = 0; i < SKEWS.length; i++) {
      start(SKEWS[i]);
    }
  }

  private void start(long skew) {
    nodes.add(new VirtualNode(this, "n" + ++started, skew, plan, defect));
  }

  long nanos() {
    return nanos;
  }

  void later(Duration delay, Runnable what) {
    later.computeIfAbsent(nanos + delay.toNanos(), at -> new ArrayList<>()).add(what);
  }

  void pass(Duration time) {
    long until = nanos + time.toNanos();
    while (nanos < until) {
      nanos += Math.min(STEP, until - nanos);
      happen();
      for (VirtualNode node : List.copyOf(nodes)) {
        node.elect();
        node.schedule();
      }
    }
  }

  private void happen() {
    while (!later.isEmpty() && later.firstKey() <= nanos) {
      later.pollFirstEntry().getValue().forEach(Runnable::run);
    }
  }

  Optional<VirtualNode> primary() {
    return nodes.stream().filter(VirtualNode::isPrimary).findFirst();
  }

  /** One of the ways in which a primary stops being one. */
  void strike() {
    Optional<VirtualNode> struck = primary();
    if (struck.isPresent()) {
      strike(struck.get());
    }
  }

  private void strike(VirtualNode node) {
    long some = random.nextLong(4_000, 8_000);
    switch (random.nextInt(5)) {
      case 0 -> node.stepDown();
      case 1 -> {
        node.dead = true;
        nodes.remove(node);
        later(Duration.ofMillis(some), () -> start(node.wallOffset));
      }
      case 2 -> node.pausedUntil = nanos + some * 1_000_000;
      case 3 -> node.cutUntil = nanos + some * 1_000_000;
      default -> {
        // set by somebody, and set right again
        long jump = random.nextBoolean() ? 2_500 : -2_500;
        node.wallOffset += jump;
        later(Duration.ofMillis(some), () -> node.wallOffset -= jump);
        node.stepDown();
      }
    }
  }
}
