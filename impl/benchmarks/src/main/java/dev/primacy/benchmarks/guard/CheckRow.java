package dev.primacy.benchmarks.guard;

import dev.primacy.benchmarks.Alternation;
import dev.primacy.benchmarks.Bench;
import dev.primacy.benchmarks.Row;
import dev.primacy.benchmarks.report.Goal;
import dev.primacy.benchmarks.report.Line;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** The check beside its clock reads. */
public final class CheckRow implements Row {

  @Override
  public String name() {
    return "check";
  }

  @Override
  public List<Line> measure(Bench bench) throws RunnerException, IOException {
    Alternation forks = new Alternation(CheckBenchmark.class, "clocks", "check", "counted");
    forks.run(bench, name());
    return List.of(
        forks.time("check / its two clock reads", "check", "clocks", "ns", Goal.atMost(1.1)),
        forks.time("check, counted in and out / clock reads", "counted", "clocks", "ns", Goal.NONE),
        forks.allocation("bytes a check allocates", "check", Goal.atMost(0)));
  }
}
