package dev.primacy.core.view;

import dev.primacy.ClusterNode;
import dev.primacy.core.CoreMessages;
import dev.primacy.watch.NodeBatch;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A batch that is counted while it is told, and shown when it has been. */
final class FollowerBatch implements NodeBatch {
  private final long number;
  private final Supplier<List<ClusterNode>> view;
  private final Object lock = new Object();

  // the follower's thread's, and not changed any more when others see them
  private int appeared;
  private int updated;
  private int removed;

  // guarded by lock: a follower may hand the batch to another thread
  private @Nullable List<ClusterNode> nodes;
  private boolean over;

  FollowerBatch(long number, Supplier<List<ClusterNode>> view) {
    this.number = number;
    this.view = view;
  }

  void countAppeared() {
    appeared++;
  }

  void countUpdated() {
    updated++;
  }

  void countRemoved() {
    removed++;
  }

  /** The view goes on changing from now on. */
  void over() {
    synchronized (lock) {
      over = true;
    }
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public boolean isInitial() {
    return number == 1;
  }

  @Override
  public int appeared() {
    return appeared;
  }

  @Override
  public int updated() {
    return updated;
  }

  @Override
  public int removed() {
    return removed;
  }

  @Override
  public List<ClusterNode> nodes() {
    synchronized (lock) {
      List<ClusterNode> made = nodes;
      if (made == null) {
        if (over) {
          throw new IllegalStateException(CoreMessages.MESSAGES.batchIsOver(number));
        }
        made = view.get();
        nodes = made;
      }
      return made;
    }
  }

  @Override
  public String toString() {
    return "batch " + number + ": +" + appeared + " ~" + updated + " -" + removed;
  }
}
