package dev.primacy.benchmarks.event;

import dev.primacy.core.runtime.DeliveryReport;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One event to all its observers: by the bridge, and by a cached Event object alone. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DeliveryBenchmark {

  /** One observer. */
  @State(Scope.Benchmark)
  public static class Bridge1 extends BridgedListeners {
    public Bridge1() {
      super(OneListener.class);
    }
  }

  /** One observer, without Primacy. */
  @State(Scope.Benchmark)
  public static class Fire1 extends FiredListeners {
    public Fire1() {
      super(OneListener.class);
    }
  }

  @Benchmark
  public DeliveryReport bridge1(Bridge1 listeners) {
    return listeners.deliver();
  }

  @Benchmark
  public void fire1(Fire1 listeners) {
    listeners.fire();
  }

  @Benchmark
  public void request1(Fire1 listeners) {
    listeners.fireInRequest();
  }

  /** Ten observers. */
  @State(Scope.Benchmark)
  public static class Bridge10 extends BridgedListeners {
    public Bridge10() {
      super(TenListeners.class);
    }
  }

  /** Ten observers, without Primacy. */
  @State(Scope.Benchmark)
  public static class Fire10 extends FiredListeners {
    public Fire10() {
      super(TenListeners.class);
    }
  }

  @Benchmark
  public DeliveryReport bridge10(Bridge10 listeners) {
    return listeners.deliver();
  }

  @Benchmark
  public void fire10(Fire10 listeners) {
    listeners.fire();
  }

  @Benchmark
  public void request10(Fire10 listeners) {
    listeners.fireInRequest();
  }

  /** A hundred observers. */
  @State(Scope.Benchmark)
  public static class Bridge100 extends BridgedListeners {
    public Bridge100() {
      super(HundredListeners.beans());
    }
  }

  /** A hundred observers, without Primacy. */
  @State(Scope.Benchmark)
  public static class Fire100 extends FiredListeners {
    public Fire100() {
      super(HundredListeners.beans());
    }
  }

  @Benchmark
  public DeliveryReport bridge100(Bridge100 listeners) {
    return listeners.deliver();
  }

  @Benchmark
  public void fire100(Fire100 listeners) {
    listeners.fire();
  }

  @Benchmark
  public void request100(Fire100 listeners) {
    listeners.fireInRequest();
  }
}
