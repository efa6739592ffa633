package dev.primacy.benchmarks.nodes;

import dev.primacy.ClusterNode;
import dev.primacy.watch.NodeBatch;
import dev.primacy.watch.NodeFollower;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Notes the latest state of each node of a crowd, and takes its time for each batch. */
final class Picture implements NodeFollower {
  private final AtomicIntegerArray states;
  private final long pauseNanos;
  private final Semaphore never = new Semaphore(0);

  // written by the follower's thread
  private volatile int batches;

  Picture(int size, long pauseNanos) {
    states = new AtomicIntegerArray(size);
    this.pauseNanos = pauseNanos;
  }

  @Override
  public void appeared(ClusterNode node) {
    note(node);
  }

  @Override
  public void updated(ClusterNode previous, ClusterNode now) {
    note(now);
  }

  private void note(ClusterNode node) {
    states.set(Crowd.number(node), Crowd.state(node));
  }

  @Override
  public void batchDone(NodeBatch batch) throws InterruptedException {
    batches = Math.toIntExact(batch.number());
    if (never.tryAcquire(pauseNanos, TimeUnit.NANOSECONDS)) {
      throw new IllegalStateException("nobody ends the pause");
    }
  }

  int state(int number) {
    return states.get(number);
  }

  int batches() {
    return batches;
  }
}
