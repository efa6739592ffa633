package dev.primacy.benchmarks.guard;

import dev.primacy.NotPrimaryException;
import dev.primacy.Refusal;
import dev.primacy.benchmarks.MemoryNode;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.Gate;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a call that is not let in costs before anything is answered. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RefusalBenchmark {

  /** Two nodes of one group; this is the one that does not hold it. */
  @State(Scope.Benchmark)
  public static class Standby {
    private final MemoryNode holder = MemoryNode.primary("here");
    private final MemoryNode standby = holder.standby();
    private final Gate gate = standby.gate();

    /** Ends both. */
    @TearDown
    public void close() {
      standby.close();
      holder.close();
    }
  }

  @Benchmark
  public @Nullable Admission turnedAway(Standby node) {
    return node.gate.tryEnter(0);
  }

  @Benchmark
  public Refusal facts(Standby node) {
    return node.gate.refusal();
  }

  @Benchmark
  public NotPrimaryException exception(Standby node) {
    return node.gate.refuse("Ledger.post");
  }
}
