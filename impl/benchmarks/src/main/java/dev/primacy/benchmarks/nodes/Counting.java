package dev.primacy.benchmarks.nodes;

import dev.primacy.ClusterNode;
import dev.primacy.watch.NodeBatch;
import dev.primacy.watch.NodeFollower;

/** Does as little as a follower can. */
final class Counting implements NodeFollower {
  private int calls;

  @Override
  public void appeared(ClusterNode node) {
    calls++;
  }

  @Override
  public void updated(ClusterNode previous, ClusterNode now) {
    calls++;
  }

  @Override
  public void batchDone(NodeBatch batch) {
    calls++;
  }

  /** How often it was called. */
  int calls() {
    return calls;
  }
}
