package dev.primacy.benchmarks.guard;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A call of a bean in an application scope, through an interceptor that does more or less. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InterceptorBenchmark {

  /** The container, with its group held. */
  @State(Scope.Benchmark)
  public static class Beans {
    private final HeldContainer held =
        new HeldContainer(
            PlainLedger.class,
            EmptyLedger.class,
            EmptyInterceptor.class,
            CheckedLedger.class,
            CheckingInterceptor.class,
            GuardedLedger.class);
    private final PlainLedger plain = held.bean(PlainLedger.class);
    private final EmptyLedger empty = held.bean(EmptyLedger.class);
    private final CheckedLedger checked = held.bean(CheckedLedger.class);
    private final GuardedLedger guarded = held.bean(GuardedLedger.class);
    private int number;

    /** Ends the container; a role that was lost on the way would make the figures worthless. */
    @TearDown
    public void close() {
      held.close();
    }

    int next() {
      return number++;
    }
  }

  @Benchmark
  public int direct(Beans beans) {
    return beans.plain.twice(beans.next());
  }

  @Benchmark
  public int empty(Beans beans) {
    return beans.empty.twice(beans.next());
  }

  @Benchmark
  public int checked(Beans beans) {
    return beans.checked.twice(beans.next());
  }

  @Benchmark
  public int guarded(Beans beans) {
    return beans.guarded.twice(beans.next());
  }
}
