package dev.primacy.benchmarks.nodes;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One change of one node, from what it wrote, told to one follower as a batch of its own. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FollowBenchmark {

  private static final int STATES = 2;

  /** Some nodes, which take turns at random. */
  private static final class Changing {
    private final Crowd crowd = new Crowd(true, true);
    private final Counting told = new Counting();
    private final Followed followed = new Followed(told);
    private final byte[][][] written;
    private final int[] states;
    private long turn;

    Changing(int size) {
      written = new byte[size][STATES][];
      states = new int[size];
      for (int i = 0; i < size; i++) {
        for (int state = 0; state < STATES; state++) {
          written[i][state] = crowd.bytes(i, state);
        }
        followed.there(crowd.read(i, written[i][0]));
      }
      followed.open();
      tell();
    }

    int change() {
      turn++;
      int number = (int) (((turn * 0x9E3779B97F4A7C15L) >>> 33) % states.length);
      states[number] = (states[number] + 1) % STATES;
      followed.seen(crowd.read(number, written[number][states[number]]));
      followed.endOfBatch();
      tell();
      return told.calls();
    }

    private void tell() {
      try {
        followed.tell();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stop);
      }
    }
  }

  /** A small cluster. */
  @State(Scope.Benchmark)
  public static class Hundred {
    private final Changing nodes = new Changing(100);
  }

  /** A large one. */
  @State(Scope.Benchmark)
  public static class TenThousand {
    private final Changing nodes = new Changing(10_000);
  }

  @Benchmark
  public int amongHundred(Hundred state) {
    return state.nodes.change();
  }

  @Benchmark
  public int amongTenThousand(TenThousand state) {
    return state.nodes.change();
  }
}
