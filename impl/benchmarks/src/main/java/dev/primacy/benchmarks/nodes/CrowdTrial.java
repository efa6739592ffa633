package dev.primacy.benchmarks.nodes;

import dev.primacy.ClusterNode;
import dev.primacy.benchmarks.Heap;
import dev.primacy.benchmarks.report.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * What ten thousand nodes take in memory, and how long they take to appear, in a JVM of its own.
 */
public final class CrowdTrial {
  private static final int NODES = 10_000;
  private static final int ROUNDS = 40;

  private CrowdTrial() {}

  /**
   * Measures.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) throws InterruptedException {
    System.out.println("first-join-micros=" + join() / 1_000);
    System.out.println("own-bytes=" + bytes(new Crowd(false, true)));
    System.out.println("own-bare-bytes=" + bytes(new Crowd(false, false)));
    System.out.println("alike-bytes=" + bytes(new Crowd(true, true)));
    System.out.println("alike-bare-bytes=" + bytes(new Crowd(true, false)));
    double[] rounds = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      rounds[round] = join() / 1e3;
    }
    System.out.println("join-micros=" + Math.round(Sample.of(rounds).quantile(0.25)));
  }

  /** From the nodes, as the elector has read them, to the end of the first batch. */
  private static long join() throws InterruptedException {
    Crowd crowd = new Crowd(false, true);
    List<ClusterNode> nodes = new ArrayList<>(NODES);
    for (int i = 0; i < NODES; i++) {
      nodes.add(crowd.node(i, 0));
    }
    Counting told = new Counting();
    Followed followed = new Followed(told);
    long began = System.nanoTime();
    nodes.forEach(followed::there);
    followed.open();
    followed.tell();
    long ended = System.nanoTime();
    mustBe(NODES + 1, told);
    return ended - began;
  }

  /** All that is kept of a node: by the view of the cluster, and by that of one follower. */
  private static long bytes(Crowd crowd) throws InterruptedException {
    long before = Heap.used();
    Counting told = new Counting();
    Followed followed = new Followed(told);
    for (int i = 0; i < NODES; i++) {
      followed.there(crowd.node(i, 0));
    }
    followed.open();
    followed.tell();
    long used = Heap.used() - before;
    // still in use, so that nothing of it was collected before
    followed.seen(crowd.node(0, 1));
    followed.endOfBatch();
    followed.tell();
    mustBe(NODES + 3, told);
    return used / NODES;
  }

  private static void mustBe(int calls, Counting told) {
    if (told.calls() != calls) {
      throw new IllegalStateException("the follower was called " + told.calls() + " times");
    }
  }
}
