package dev.primacy.benchmarks.event;

import dev.primacy.benchmarks.Alternation;
import dev.primacy.benchmarks.Bench;
import dev.primacy.benchmarks.Row;
import dev.primacy.benchmarks.report.Goal;
import dev.primacy.benchmarks.report.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** The bridge beside a cached {@code Event.fire} to the same observers. */
public final class DeliveryRow implements Row {
  private static final int[] OBSERVERS = {1, 10, 100};
  private static final String[] METHODS = {
    "fire1",
    "request1",
    "bridge1",
    "fire10",
    "request10",
    "bridge10",
    "fire100",
    "request100",
    "bridge100"
  };

  @Override
  public String name() {
    return "delivery";
  }

  @Override
  public List<Line> measure(Bench bench) throws RunnerException, IOException {
    Alternation forks = new Alternation(DeliveryBenchmark.class, METHODS);
    forks.run(bench, name());
    List<Line> lines = new ArrayList<>();
    for (int observers : OBSERVERS) {
      lines.add(delivery(forks, observers, "in a request context", "request"));
      lines.add(delivery(forks, observers, "alone", "fire"));
    }
    lines.add(requestContext(forks));
    lines.add(
        forks.extraAllocation(
            "bytes of a delivery beyond the fire", "bridge1", "fire1", Goal.NONE));
    return lines;
  }

  /** Beside the fire that has what the event must have, and beside the fire that has not. */
  private static Line delivery(Alternation forks, int observers, String how, String floor) {
    return forks.time(
        "delivery to " + observers + " / cached Event.fire " + how,
        "bridge" + observers,
        floor + observers,
        "ns",
        Goal.atMost(1.25));
  }

  /** What no bridge can do without, as long as each event has a request context of its own. */
  private static Line requestContext(Alternation forks) {
    return forks.time(
        "cached Event.fire to 1 in a request context / alone",
        "request1",
        "fire1",
        "ns",
        Goal.NONE);
  }
}
