package dev.primacy.benchmarks.guard;

import dev.primacy.benchmarks.Alternation;
import dev.primacy.benchmarks.Bench;
import dev.primacy.benchmarks.Row;
import dev.primacy.benchmarks.report.Goal;
import dev.primacy.benchmarks.report.Line;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** What a refusal costs before the response is built. */
public final class RefusalRow implements Row {

  @Override
  public String name() {
    return "refusal";
  }

  @Override
  public List<Line> measure(Bench bench) throws RunnerException, IOException {
    Alternation forks = new Alternation(RefusalBenchmark.class, "turnedAway", "facts", "exception");
    forks.run(bench, name());
    return List.of(
        forks.timeAlone("refused at the gate", "turnedAway", "ns", Goal.atMost(20)),
        forks.timeAlone("its facts", "facts", "ns", Goal.atMost(20)),
        forks.allocation("bytes of its facts", "facts", Goal.atMost(48)),
        forks.timeAlone("its exception, with the message", "exception", "ns", Goal.NONE),
        forks.allocation("bytes of its exception", "exception", Goal.NONE));
  }
}
