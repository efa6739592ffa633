package dev.primacy.faults.events;

import dev.primacy.core.gate.SystemClocks;
import dev.primacy.event.FromCluster;
import dev.primacy.event.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Hears what all nodes publish, and handles this one's share of the queue. */
@ApplicationScoped
class EventProbe {
  @Inject Handled handled;

  // guarded by this bean's monitor, which nobody else sees
  private final Map<String, Tally> tallies = new TreeMap<>();
  private final List<Long> latencies = new ArrayList<>();

  synchronized void hear(@Observes @FromCluster Counted event) {
    long took = SystemClocks.INSTANCE.nanos() - event.sent();
    String origin = event.envelope().origin();
    tallies.computeIfAbsent(event.run() + "/" + origin, first -> new Tally()).add(event.number());
    if (event.run() == 0 && !origin.equals(System.getProperty("primacy.node.name"))) {
      latencies.add(took);
    }
  }

  void handle(@Observes @FromCluster @Queue("share") Counted event) {
    handled.write("share", event);
  }

  synchronized JsonObject report() {
    JsonObjectBuilder heard = Json.createObjectBuilder();
    tallies.forEach((name, tally) -> heard.add(name, tally.json()));
    List<Long> sorted = latencies.stream().sorted().toList();
    return Json.createObjectBuilder()
        .add("heard", heard)
        .add("p50", at(sorted, 0.5))
        .add("p99", at(sorted, 0.99))
        .build();
  }

  private static long at(List<Long> sorted, double share) {
    return sorted.isEmpty() ? -1 : sorted.get((int) ((sorted.size() - 1) * share)) / 1_000;
  }
}
