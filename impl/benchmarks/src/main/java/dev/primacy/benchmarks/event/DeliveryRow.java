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
    "fire1", "framed1", "bridge1", "fire10", "bridge10", "fire100", "bridge100"
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
      lines.add(delivery(forks, observers));
    }
    lines.add(ownMeans(forks));
    lines.add(
        forks.extraAllocation(
            "bytes of a delivery beyond the fire", "bridge1", "fire1", Goal.NONE));
    return lines;
  }

  private static Line delivery(Alternation forks, int observers) {
    return forks.time(
        "delivery to " + observers + " / cached Event.fire",
        "bridge" + observers,
        "fire" + observers,
        "ns",
        Goal.atMost(1.25));
  }

  /** What of it no bridge can do without, as long as it fires through the container. */
  private static Line ownMeans(Alternation forks) {
    return forks.time(
        "Event.fire to 1, isolated, with a request context / cached Event.fire",
        "framed1",
        "fire1",
        "ns",
        Goal.NONE);
  }
}
