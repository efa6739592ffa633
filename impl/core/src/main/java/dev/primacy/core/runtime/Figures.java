package dev.primacy.core.runtime;

import dev.primacy.NodeRole;
import dev.primacy.core.messaging.MessagingStatus;
import java.util.HashMap;
import java.util.Map;

/** Figures of a node, from local memory. */
final class Figures {
  private final ConfiguredRuntime runtime;

  Figures(ConfiguredRuntime runtime) {
    this.runtime = runtime;
  }

  Map<String, Double> now() {
    Map<String, Double> figures = new HashMap<>();
    Runtime process = Runtime.getRuntime();
    put(figures, "jvm.memory.used.bytes", process.totalMemory() - process.freeMemory());
    put(figures, "jvm.memory.max.bytes", process.maxMemory());
    put(figures, "groups", runtime.dynamicGroups().names().size());
    put(figures, "groups.primary", held());
    put(figures, "alarms", runtime.alarms().active().size());
    put(figures, "history.recorded", runtime.history().latest());
    messaging(figures, runtime.messagingStatus());
    return figures;
  }

  private long held() {
    return runtime.dynamicGroups().names().stream()
        .flatMap(name -> runtime.dynamicGroups().find(name).stream())
        .filter(membership -> membership.role() == NodeRole.PRIMARY)
        .count();
  }

  private static void messaging(Map<String, Double> figures, MessagingStatus status) {
    put(figures, "events.published", status.published());
    put(figures, "events.received", status.received());
    put(figures, "events.lost", status.lost());
    put(figures, "events.unreadable", status.unreadable());
    put(figures, "events.waiting", status.waiting());
  }

  private static void put(Map<String, Double> figures, String name, long value) {
    figures.put(name, (double) value);
  }
}
