package dev.primacy.engine.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Clients that write, remove, read and list a few keys at random, each through its own store. */
final class Workload {
  private final List<RecordKey> keys = new ArrayList<>();
  private final History history = new History();
  private final List<Runner> runners = new ArrayList<>();
  private volatile boolean over;

  /** One client and its choices. */
  private record Runner(Client client, Random random) {}

  /** A client for each store, and keys that nobody used before. */
  Workload(Bench bench, List<RecordStore> stores) {
    for (int i = 0; i < 3; i++) {
      keys.add(Records.group("key-" + i + "-" + bench.random().nextInt(Integer.MAX_VALUE)));
    }
    for (RecordStore store : stores) {
      Client client = new Client("c" + runners.size(), store, history);
      runners.add(new Runner(client, new Random(bench.random().nextLong())));
    }
  }

  /** What goes on while the clients work. */
  @FunctionalInterface
  interface Meanwhile {
    void happens() throws Exception;
  }

  /** Lets the clients work while something happens, each for so many turns at most. */
  void run(int turns, Meanwhile meanwhile) throws Exception {
    ExecutorService pool = Threads.pool("client", runners.size());
    CyclicBarrier start = new CyclicBarrier(runners.size());
    try {
      List<Future<?>> working = new ArrayList<>();
      for (Runner runner : runners) {
        working.add(pool.submit(() -> work(runner, turns, start)));
      }
      meanwhile.happens();
      over = true;
      for (Future<?> one : working) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private Void work(Runner runner, int turns, CyclicBarrier start) throws Exception {
    start.await();
    for (int i = 0; i < turns && !over; i++) {
      if (!turn(runner)) {
        Waiting.aMoment();
      }
    }
    return null;
  }

  private boolean turn(Runner runner) throws InterruptedException {
    Client client = runner.client();
    Random random = runner.random();
    RecordKey key = keys.get(random.nextInt(keys.size()));
    int choice = random.nextInt(100);
    if (choice < 10) {
      return client.putAndList(key, keys);
    }
    if (choice < 20) {
      return client.put(key);
    }
    if (choice < 55) {
      return client.read(key) && client.put(key);
    }
    if (choice < 65) {
      return client.remove(key);
    }
    return choice < 90 ? client.read(key) : client.list(keys);
  }

  /** Everybody looks once more, and then every answer has to have an explanation. */
  void explain(Duration recovery) throws Exception {
    for (Runner runner : runners) {
      for (RecordKey key : keys) {
        Waiting.until("the store answers again", recovery, () -> runner.client().read(key));
      }
    }
    assertThat(history.problems()).isEmpty();
    assertThat(history.count(Operation.Outcome.DONE)).as("operations done").isPositive();
  }

  History history() {
    return history;
  }
}
