package dev.primacy.core.runtime;

import dev.primacy.core.elector.Input;
import dev.primacy.core.elector.Request;
import dev.primacy.core.gate.Clocks;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Carries requests to the store on a few threads of their own: for renewals, which never queue
 * behind anything else, not even behind the list that an earlier one is waiting for; for other
 * writes; and for reads.
 */
final class StoreCalls implements ElectorDriver.Requests {
  private static final int SIDE_BY_SIDE = 2;

  /** So many side by side if many wait: most stores write them to their disk together. */
  private static final int MANY_SIDE_BY_SIDE = 8;

  private static final int MOST_THREADS = 14;

  /** Gets each answer, on any thread. */
  interface Answers {
    void answered(Object asker, Input answer);
  }

  private final Supplier<RecordStore> store;
  private final Clocks clocks;
  private final long timeoutNanos;
  private final Scribe scribe;
  private final Answers answers;
  private final ThreadPoolExecutor renewals;
  private final ThreadPoolExecutor writes;
  private final ThreadPoolExecutor reads;
  private final Set<Running> running = ConcurrentHashMap.newKeySet();
  private final AtomicInteger waiting = new AtomicInteger();

  private static final class Running {
    final Object asker;
    final StoreCall call;
    final ThreadPoolExecutor pool;

    Running(Object asker, StoreCall call, ThreadPoolExecutor pool) {
      this.asker = asker;
      this.call = call;
      this.pool = pool;
    }
  }

  /**
   * Makes the way.
   *
   * @param pools makes a pool of so many threads, which may be let end when they are idle
   */
  StoreCalls(
      Supplier<RecordStore> store,
      Clocks clocks,
      Duration timeout,
      IntFunction<ThreadPoolExecutor> pools,
      Scribe scribe,
      Answers answers) {
    this.store = store;
    this.clocks = clocks;
    this.timeoutNanos = timeout.toNanos();
    this.scribe = scribe;
    this.answers = answers;
    this.renewals = pool(pools);
    this.writes = pool(pools);
    this.reads = pool(pools);
  }

  private static ThreadPoolExecutor pool(IntFunction<ThreadPoolExecutor> pools) {
    ThreadPoolExecutor pool = pools.apply(SIDE_BY_SIDE);
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** Does more side by side from now on; idle threads end all the same. */
  private static void widenIfCrowded(ThreadPoolExecutor pool) {
    if (pool.getCorePoolSize() < MANY_SIDE_BY_SIDE && pool.getQueue().size() > MANY_SIDE_BY_SIDE) {
      pool.setMaximumPoolSize(MANY_SIDE_BY_SIDE);
      pool.setCorePoolSize(MANY_SIDE_BY_SIDE);
    }
  }

  /** Sends; the clocks were read before. A write of the own record is a renewal. */
  @Override
  public void send(Object asker, RecordKey own, long number, Request request) {
    ThreadPoolExecutor pool = poolFor(request, own);
    Running next = new Running(asker, new StoreCall(number, request, scribe), pool);
    waiting.incrementAndGet();
    try {
      pool.execute(() -> run(next));
      if (pool == writes) {
        widenIfCrowded(pool);
      }
    } catch (RejectedExecutionException closed) {
      waiting.decrementAndGet();
    }
  }

  private ThreadPoolExecutor poolFor(Request request, RecordKey own) {
    if (request instanceof Request.PutAndList) {
      return renewals;
    }
    if (request instanceof Request.Put put) {
      return put.key().equals(own) ? renewals : writes;
    }
    return request instanceof Request.Remove ? writes : reads;
  }

  private void run(Running next) {
    next.call.begin(clocks.nanos());
    running.add(next);
    waiting.decrementAndGet();
    Input answer = null;
    try {
      answer = next.call.ask(store.get(), outcome -> written(next, outcome));
    } finally {
      running.remove(next);
      // an error ends the thread, but the elector is answered
      tell(next, answer == null ? next.call.giveUp() : next.call.end(answer));
    }
  }

  private void written(Running call, PutOutcome outcome) {
    Input answer = call.call.written(outcome, clocks.nanos());
    if (answer != null) {
      answers.answered(call.asker, answer);
    }
  }

  private void tell(Running call, List<Input> last) {
    last.forEach(answer -> answers.answered(call.asker, answer));
  }

  /** Answers for calls whose time is up; late answers are dropped. */
  void expire() {
    long now = clocks.nanos();
    for (Running late : overdue(now)) {
      List<Input> last = late.call.giveUp();
      if (!last.isEmpty()) {
        replaceThread(late.pool);
        tell(late, last);
      }
    }
  }

  private List<Running> overdue(long now) {
    List<Running> late = new ArrayList<>(0);
    for (Running one : running) {
      if (now - one.call.startedNanos() >= timeoutNanos) {
        late.add(one);
      }
    }
    return late;
  }

  /** A thread that hangs in an engine although interrupted must not starve the others. */
  private static void replaceThread(ThreadPoolExecutor pool) {
    int size = pool.getMaximumPoolSize();
    if (size < MOST_THREADS && pool.getActiveCount() == size) {
      pool.setMaximumPoolSize(size + 1);
      pool.setCorePoolSize(size + 1);
    }
  }

  /** How long until {@link #expire} may have something to do. */
  long waitNanos() {
    if (waiting.get() == 0 && running.isEmpty()) {
      return Long.MAX_VALUE;
    }
    long now = clocks.nanos();
    long wait = timeoutNanos;
    for (Running one : running) {
      wait = Math.min(wait, one.call.startedNanos() + timeoutNanos - now);
    }
    return Math.max(0, wait);
  }

  void close(Duration patience) throws InterruptedException {
    List<ThreadPoolExecutor> pools = List.of(renewals, writes, reads);
    pools.forEach(ThreadPoolExecutor::shutdownNow);
    for (ThreadPoolExecutor pool : pools) {
      pool.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
  }
}
