package dev.primacy.engine.relay;

import static dev.primacy.engine.relay.Messages.LOG;

import dev.primacy.spi.EngineContext;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Listens to the relay's stream of hints on a thread of its own, and opens it anew whenever it ends
 * or falls silent: it has to say something every third of a lease, and is given up after one.
 */
final class Watching {
  private static final Duration LONGEST_KEEP_ALIVE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final long END_MILLIS = Duration.ofSeconds(2).toMillis();

  private final RelayStore store;
  private final Exchanges exchanges;
  private final Route route;
  private final Health health;
  private final ThreadFactory threads;
  private final Duration keepAlive;
  private final long deadManNanos;
  private final Backoff backoff = new Backoff(LONGEST_PAUSE);
  private final List<Consumer<RecordKey>> listeners = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Object lock = new Object();

  // guarded by lock
  private @Nullable Thread thread;

  // the thread's
  private boolean told;

  // written by the thread
  private volatile @Nullable Hints stream;

  Watching(
      EngineContext context, RelayStore store, Exchanges exchanges, Route route, Health health) {
    this.store = store;
    this.exchanges = exchanges;
    this.route = route;
    this.health = health;
    threads = context.threads();
    Duration third = context.lease().dividedBy(3);
    keepAlive = third.compareTo(LONGEST_KEEP_ALIVE) > 0 ? LONGEST_KEEP_ALIVE : third;
    deadManNanos = keepAlive.multipliedBy(3).toNanos();
  }

  void add(Consumer<RecordKey> hint) {
    listeners.add(hint);
    synchronized (lock) {
      if (thread == null && !isClosing()) {
        thread = threads.newThread(this::run);
        thread.start();
      }
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void run() {
    try {
      while (!isClosing()) {
        follow(route.relay());
        boolean over = closing.await(backoff.nextNanos(), TimeUnit.NANOSECONDS);
        if (over) {
          return;
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException broken) {
      LOG.defect(broken);
    }
  }

  private Hints begun(URI relay) {
    Hints hints = new Hints();
    stream = hints;
    byte[] body = store.body().number(Math.toIntExact(keepAlive.toMillis())).bytes();
    exchanges.send(relay, "watch", body, hints);
    if (route.hasLeft(relay)) {
      moveOn();
    }
    return hints;
  }

  /** Until the stream ends. */
  private void follow(URI relay) throws InterruptedException {
    Hints hints = begun(relay);
    String reason = "it fell silent";
    try {
      Hints.News news = hints.await(deadManNanos);
      boolean first = true;
      while (news.heard() && !isClosing()) {
        hand(news, first);
        first = false;
        if (news.ended().isPresent()) {
          break;
        }
        news = hints.await(deadManNanos);
      }
      reason = news.ended().orElse(reason);
    } finally {
      exchanges.giveUp(hints, new StoreException(reason));
    }
    lost(relay, reason);
  }

  /** After each opening anything may have changed since. */
  private void hand(Hints.News news, boolean first) throws InterruptedException {
    if (first) {
      backoff.reset();
      told = false;
    }
    if (first || news.everything()) {
      hintAll();
    }
    news.keys().forEach(this::hint);
  }

  private void hintAll() throws InterruptedException {
    RecordStore all = store;
    try {
      for (StoredRecord record : all.list()) {
        hint(record.key());
      }
    } catch (StoreException unanswered) {
      LOG.debugf(unanswered, "nothing to hint at");
    }
  }

  private void hint(RecordKey key) {
    for (Consumer<RecordKey> listener : listeners) {
      if (!isClosing()) {
        listener.accept(key);
      }
    }
  }

  /**
   * Another relay is asked by now: its hints are wanted, and no more of the one before. On any
   * thread.
   */
  void moveOn() {
    Hints before = stream;
    if (before != null) {
      exchanges.giveUp(before, new StoreException("another relay is asked by now"));
    }
  }

  /** Why another relay is asked by now has been told. */
  private void lost(URI relay, String reason) {
    if (route.leave(relay) && !told && !isClosing()) {
      told = true;
      health.log(() -> LOG.noHints(relay.toString(), reason));
    }
  }

  void close() {
    closing.countDown();
    Thread ending;
    synchronized (lock) {
      ending = thread;
    }
    if (ending == null || ending == Thread.currentThread()) {
      return;
    }
    ending.interrupt();
    try {
      ending.join(END_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
