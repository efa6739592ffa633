package dev.primacy.faults.load;

import dev.primacy.faults.cluster.Cluster;
import dev.primacy.faults.cluster.NodeProcess;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Calls through all nodes at a steady rate, whoever is the primary and whatever they answer. Some
 * work for a while between the guard and the write.
 */
public final class Load implements AutoCloseable {
  private static final long EVERY_MILLIS = 25;

  /** Of one node; a node that is paused would keep any number of them. */
  private static final int MOST_UNANSWERED = 40;

  /** One of so many calls holds, for up to so long. */
  private static final int ONE_OF = 20;

  private static final int MOST_MILLIS = 400;

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final Client client;
  private final Random random;

  /**
   * Makes it.
   *
   * @param path where nodes take the calls
   */
  public Load(String path, Recorder recorder, long seed) {
    this.client = new Client(node -> URI.create(NodeProcess.address(node) + path), recorder);
    this.random = new Random(seed);
  }

  /** Begins. */
  public void start() {
    for (int node = 1; node <= Cluster.NODES; node++) {
      int number = node;
      Semaphore free = new Semaphore(MOST_UNANSWERED);
      var unused =
          clock.scheduleAtFixedRate(
              () -> call(number, free),
              node * EVERY_MILLIS / Cluster.NODES,
              EVERY_MILLIS,
              TimeUnit.MILLISECONDS);
    }
  }

  private void call(int node, Semaphore free) {
    if (free.tryAcquire()) {
      int hold = random.nextInt(ONE_OF) == 0 ? random.nextInt(MOST_MILLIS) : 0;
      var unused = client.call(node, hold).whenComplete((call, failure) -> free.release());
    }
  }

  /** Sends no more; calls under way are still recorded. */
  @Override
  public void close() {
    clock.shutdown();
    try {
      if (!clock.awaitTermination(MOST_MILLIS, TimeUnit.MILLISECONDS)) {
        clock.shutdownNow();
      }
    } catch (InterruptedException e) {
      clock.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
