package dev.primacy.benchmarks.guard;

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

/** The check of a call that is let in, beside the clocks that it cannot do without. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CheckBenchmark {

  /** A held group: a gate that stood open would not read the clocks. */
  @State(Scope.Benchmark)
  public static class Held {
    private final MemoryNode held = MemoryNode.primary("here");
    private final Gate gate = held.gate();

    /** Ends the runtime, and fails if the role was lost on the way. */
    @TearDown
    public void close() {
      held.mustBePrimary();
      held.close();
    }
  }

  @Benchmark
  public long clocks() {
    return System.nanoTime() + System.currentTimeMillis();
  }

  @Benchmark
  public @Nullable Admission check(Held held) {
    return held.gate.check(0);
  }

  @Benchmark
  public boolean counted(Held held) {
    Admission admitted = held.gate.tryEnter(0);
    if (admitted != null) {
      held.gate.leave(admitted);
    }
    return admitted != null;
  }
}
