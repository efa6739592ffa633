package dev.primacy.engine.tck;

import dev.primacy.FencingToken;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.gate.SystemClocks;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * Knocks at the gate of every group at every node, again and again, and writes down who lets it in.
 */
final class Prober {
  private static final long STEP_NANOS = 100_000;

  /** Where it knocks, and where it writes that down. */
  private record Door(String node, Gate gate, Tenures tenures) {}

  private final List<Door> doors = new CopyOnWriteArrayList<>();
  private final Map<String, Tenures> tenures = new ConcurrentHashMap<>();
  private final Thread thread = Threads.of("prober", this::run);
  private volatile boolean over;

  void start() {
    thread.start();
  }

  void add(ElectionNode node) {
    for (String group : node.groups()) {
      doors.add(new Door(node.id(), node.gate(group), tenures(group)));
    }
  }

  Tenures tenures(String group) {
    return tenures.computeIfAbsent(group, first -> new Tenures());
  }

  /** What must not have been, in any group. */
  List<String> problems() {
    return tenures.values().stream().flatMap(each -> each.problems().stream()).toList();
  }

  private void run() {
    while (!over) {
      doors.forEach(Prober::knock);
      LockSupport.parkNanos(STEP_NANOS);
    }
  }

  private static void knock(Door door) {
    long begin = SystemClocks.INSTANCE.nanos();
    Admission admission = door.gate().check(0);
    if (admission != null) {
      FencingToken token = admission.token();
      if (token != null) {
        door.tenures().admitted(door.node(), token, begin, SystemClocks.INSTANCE.nanos());
      }
    }
  }

  void stop() throws InterruptedException {
    over = true;
    thread.join();
  }
}
