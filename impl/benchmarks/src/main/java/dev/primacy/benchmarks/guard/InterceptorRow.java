package dev.primacy.benchmarks.guard;

import dev.primacy.benchmarks.Alternation;
import dev.primacy.benchmarks.Bench;
import dev.primacy.benchmarks.Row;
import dev.primacy.benchmarks.report.Goal;
import dev.primacy.benchmarks.report.Line;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** What the guard adds to an interceptor that does nothing. */
public final class InterceptorRow implements Row {

  @Override
  public String name() {
    return "interceptor";
  }

  @Override
  public List<Line> measure(Bench bench) throws RunnerException, IOException {
    Alternation forks =
        new Alternation(InterceptorBenchmark.class, "direct", "empty", "checked", "guarded")
            .option("-Dprimacy.engine=memory")
            .option("-Dprimacy.group=here");
    forks.run(bench, name());
    return List.of(
        forks.time("client proxy alone / empty interceptor", "direct", "empty", "ns", Goal.NONE),
        forks.time("check alone / empty interceptor", "checked", "empty", "ns", Goal.atMost(1.4)),
        forks.time("guard, whole / empty interceptor", "guarded", "empty", "ns", Goal.atMost(1.9)),
        forks.extraAllocation(
            "bytes the guard adds to an empty interceptor", "guarded", "empty", Goal.atMost(0)));
  }
}
