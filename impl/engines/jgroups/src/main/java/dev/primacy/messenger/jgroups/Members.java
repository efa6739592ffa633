package dev.primacy.messenger.jgroups;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Which nodes are there, and the queues each said it handles. */
final class Members {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<UUID, Set<String>> announced = new HashMap<>();
  private List<UUID> present = List.of();
  private int turn;

  /** Forgets those that are gone. */
  void present(List<UUID> now) {
    lock.lock();
    try {
      present = List.copyOf(now);
      announced.keySet().retainAll(now);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void announced(UUID node, Set<String> queues) {
    lock.lock();
    try {
      announced.put(node, Set.copyOf(queues));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  int count() {
    lock.lock();
    try {
      return present.size();
    } finally {
      lock.unlock();
    }
  }

  /** Until all have announced their queues, or the time is over. */
  void await(long millis) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (left > 0 && !announced.keySet().containsAll(present)) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** One node for each queue somebody handles, each in turn. */
  Map<String, UUID> assign() {
    lock.lock();
    try {
      Set<String> queues = new TreeSet<>();
      present.forEach(node -> queues.addAll(announced.getOrDefault(node, Set.of())));
      Map<String, UUID> assigned = new LinkedHashMap<>();
      turn++;
      queues.stream().limit(Frames.MANY).forEach(queue -> assigned.put(queue, next(queue)));
      return assigned;
    } finally {
      lock.unlock();
    }
  }

  private UUID next(String queue) {
    List<UUID> handling = new ArrayList<>();
    for (UUID node : present) {
      if (announced.getOrDefault(node, Set.of()).contains(queue)) {
        handling.add(node);
      }
    }
    return handling.get(Math.floorMod(turn, handling.size()));
  }
}
