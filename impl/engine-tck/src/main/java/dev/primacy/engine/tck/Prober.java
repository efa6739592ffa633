package dev.primacy.engine.tck;

import dev.primacy.FencingToken;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.SystemClocks;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** Knocks at every node's gate, again and again, and writes down who lets it in. */
final class Prober {
  private static final long STEP_NANOS = 100_000;

  private final List<ElectionNode> nodes = new CopyOnWriteArrayList<>();
  private final Tenures tenures = new Tenures();
  private final Thread thread = Threads.of("prober", this::run);
  private volatile boolean over;

  void start() {
    thread.start();
  }

  void add(ElectionNode node) {
    nodes.add(node);
  }

  Tenures tenures() {
    return tenures;
  }

  private void run() {
    while (!over) {
      nodes.forEach(this::knock);
      LockSupport.parkNanos(STEP_NANOS);
    }
  }

  private void knock(ElectionNode node) {
    long begin = SystemClocks.INSTANCE.nanos();
    Admission admission = node.gate().check(0);
    if (admission != null) {
      FencingToken token = admission.token();
      if (token != null) {
        tenures.admitted(node.id(), token, begin, SystemClocks.INSTANCE.nanos());
      }
    }
  }

  void stop() throws InterruptedException {
    over = true;
    thread.join();
  }
}
