package dev.primacy.faults.load;

import dev.primacy.core.gate.SystemClocks;
import dev.primacy.faults.cluster.Cluster;
import dev.primacy.faults.cluster.NodeProcess;
import dev.primacy.faults.history.Answer;
import dev.primacy.faults.history.Call;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * 200 operations a second through all nodes in turn; one that was refused, and so was not run, is
 * tried at the next node, each time after twice as long: the new ones are what finds the next
 * primary soon, and those that come again must not keep the machine busy. Every attempt is a call
 * with an id of its own.
 */
public final class RetryingLoad implements AutoCloseable {
  private static final long EVERY_MILLIS = 5;
  private static final long AGAIN_MILLIS = 10;
  private static final long LONGEST_MILLIS = 160;
  private static final int MOST_MILLIS = 40;
  private static final long PATIENCE_SECONDS = 10;

  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
  private final AtomicInteger next = new AtomicInteger();
  private final LongAdder begun = new LongAdder();
  private final LongAdder done = new LongAdder();
  private final LongAdder unknown = new LongAdder();
  private final Client client;
  private final Random random; // the clock's thread

  /** Makes it. */
  public RetryingLoad(Recorder recorder, long seed) {
    this.client =
        new Client(node -> URI.create(NodeProcess.address(node) + "/faults/write"), recorder);
    this.random = new Random(seed);
  }

  /** Begins. */
  public void start() {
    var unused = clock.scheduleAtFixedRate(this::begin, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void begin() {
    begun.increment();
    attempt(random.nextInt(MOST_MILLIS), SystemClocks.INSTANCE.nanos(), AGAIN_MILLIS);
  }

  private void attempt(int hold, long since, long again) {
    int node = 1 + Math.floorMod(next.getAndIncrement(), Cluster.NODES);
    var unused =
        client.call(node, hold).whenComplete((call, failure) -> answered(call, hold, since, again));
  }

  private void answered(Call call, int hold, long since, long again) {
    boolean late =
        SystemClocks.INSTANCE.nanos() - since > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    if (call.answer() == Answer.DONE) {
      done.increment();
    } else if (call.answer() != Answer.NOT_RUN || late || clock.isShutdown()) {
      unknown.increment();
    } else {
      long longer = Math.min(2 * again, LONGEST_MILLIS);
      var unused = clock.schedule(() -> attempt(hold, since, longer), again, TimeUnit.MILLISECONDS);
    }
  }

  /** How the operations ended. */
  public String summary() {
    return "%d operations, %d done, %d with another end"
        .formatted(begun.sum(), done.sum(), unknown.sum());
  }

  @Override
  public void close() {
    clock.shutdown();
    try {
      if (!clock.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        clock.shutdownNow();
      }
    } catch (InterruptedException e) {
      clock.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
