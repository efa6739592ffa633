package dev.primacy.benchmarks.event;

import dev.primacy.benchmarks.Alternation;
import dev.primacy.benchmarks.Bench;
import dev.primacy.benchmarks.Row;
import dev.primacy.benchmarks.report.Goal;
import dev.primacy.benchmarks.report.Line;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** How soon the first observer hears, beside a bare queue between two threads. */
public final class HandOffRow implements Row {

  @Override
  public String name() {
    return "hand-off";
  }

  @Override
  public List<Line> measure(Bench bench) throws RunnerException, IOException {
    Alternation forks = new Alternation(HandOffBenchmark.class, "bare", "inLane");
    forks.run(bench, name());
    return List.of(
        forks.time(
            "event in its lane -> first observer / bare queue, p50",
            "inLane",
            "bare",
            "us",
            Goal.atMost(1.25)));
  }
}
