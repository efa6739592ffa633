package dev.primacy.benchmarks.nodes;

import dev.primacy.ClusterNode;
import dev.primacy.benchmarks.Heap;
import dev.primacy.watch.WatchFailedException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Nodes that change all the time, far more often than their follower looks, which takes a second
 * for each batch; in a JVM of its own with a small heap.
 */
public final class ChurnTrial {
  private static final int NODES = 10_000;
  private static final int AT_ONCE = 200;
  private static final double SHARE = 0.1;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  private final Crowd crowd = new Crowd(true, true);
  private final Picture picture = new Picture(NODES, PAUSE);
  private final Followed followed = new Followed(picture);
  private final ClusterNode[] latest = new ClusterNode[NODES];
  private final Thread telling = new Thread(this::tell, "telling");
  private long changes;
  private long nanos;

  private ChurnTrial() {
    for (int i = 0; i < NODES; i++) {
      latest[i] = crowd.node(i, 0);
      followed.there(latest[i]);
    }
    followed.open();
    telling.start();
  }

  /**
   * Measures.
   *
   * @param arguments for how many seconds nodes change
   */
  public static void main(String[] arguments) throws InterruptedException {
    long seconds = Long.parseLong(arguments[0]);
    double cold = BareQueue.perSecond();
    double before = BareQueue.perSecond();
    ChurnTrial trial = new ChurnTrial();
    trial.run(seconds, Math.max(cold, before));
    trial.settle();
    trial.telling.interrupt();
    print("queue", (before + BareQueue.perSecond()) / 2);
  }

  private void tell() {
    try {
      while (true) {
        followed.tell();
      }
    } catch (InterruptedException | WatchFailedException end) {
      // at the end of the trial it is interrupted, in its pause or between two batches
      Thread.currentThread().interrupt();
    }
  }

  private void run(long seconds, double queue) {
    change(seconds / 3, queue * SHARE);
    long early = Heap.used();
    change(seconds - seconds / 3, queue * SHARE);
    long late = Heap.used();
    print("changes", changes * 1e9 / nanos);
    print("growth-bytes", (late - early) / (double) NODES);
  }

  /** Nobody is waited for but the clock. */
  private void change(long seconds, double perSecond) {
    long began = System.nanoTime();
    long end = TimeUnit.SECONDS.toNanos(seconds);
    long made = 0;
    long passed = 0;
    while (passed < end) {
      if (made <= passed / 1e9 * perSecond) {
        changeSome(changes + made);
        made += AT_ONCE;
      } else {
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(50));
      }
      passed = System.nanoTime() - began;
    }
    changes += made;
    nanos += passed;
  }

  private void changeSome(long turn) {
    int first = (int) ((turn * 7_919L) % NODES);
    for (int i = 0; i < AT_ONCE; i++) {
      int number = (first + i * 37) % NODES;
      latest[number] = crowd.changed(latest[number]);
      followed.seen(latest[number]);
    }
    followed.endOfBatch();
  }

  /** Whatever waits now is told; then nothing may be missing. */
  private void settle() {
    long began = System.nanoTime();
    while (wrong() > 0 && System.nanoTime() - began < PATIENCE) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    print("settled-millis", (System.nanoTime() - began) / 1e6);
    print("wrong", wrong());
    print("most-waiting", followed.mostWaiting());
    print("batches", picture.batches());
    print("nodes", NODES);
  }

  private int wrong() {
    return (int)
        IntStream.range(0, NODES).filter(i -> picture.state(i) != Crowd.state(latest[i])).count();
  }

  private static void print(String key, double value) {
    System.out.println(key + "=" + Math.round(value));
  }
}
