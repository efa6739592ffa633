package dev.primacy.benchmarks.event;

import dev.primacy.core.dispatch.Lane;
import dev.primacy.core.dispatch.Lanes;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One event at a time, to a thread that sleeps: nearly all of it is the wake-up. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HandOffBenchmark {
  private static final long PAUSE_NANOS = 1_000_000;

  /** The floor: a bounded queue and a thread that takes from it. */
  @State(Scope.Benchmark)
  public static class Bare {
    private final Ear ear = new Ear();
    private final ArrayBlockingQueue<Long> queue = new ArrayBlockingQueue<>(1024);
    private final Thread consumer = new Thread(this::consume, "bare-consumer");
    private long number;

    /** Starts the consumer. */
    public Bare() {
      consumer.start();
    }

    private void consume() {
      try {
        while (!Thread.currentThread().isInterrupted()) {
          ear.hear(queue.take());
        }
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }

    /** Lets the consumer fall asleep. */
    @Setup(Level.Invocation)
    public void rest() {
      number++;
      LockSupport.parkNanos(PAUSE_NANOS);
    }

    /** Ends the consumer. */
    @TearDown
    public void close() {
      consumer.interrupt();
    }
  }

  /** The lane that the core hands its events to. */
  @State(Scope.Benchmark)
  public static class InLane {
    private final Ear ear = new Ear();
    private final Lanes lanes = new Lanes(1, Thread::new);
    private final Lane lane = lanes.lane("here", 1024);
    private long number;

    void send() {
      long sent = number;
      lane.add(() -> ear.hear(sent));
    }

    /** Lets the lane's thread fall asleep. */
    @Setup(Level.Invocation)
    public void rest() {
      number++;
      LockSupport.parkNanos(PAUSE_NANOS);
    }

    /** Ends the lane. */
    @TearDown
    public void close() throws InterruptedException {
      lanes.close(Duration.ofSeconds(5));
    }
  }

  @Benchmark
  public void bare(Bare bare) {
    bare.queue.add(bare.number);
    bare.ear.await(bare.number);
  }

  @Benchmark
  public void inLane(InLane lane) {
    lane.send();
    lane.ear.await(lane.number);
  }
}
