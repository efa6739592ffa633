package dev.primacy.engine.kubernetes;

import static dev.primacy.engine.kubernetes.Messages.LOG;

import dev.primacy.spi.RecordKey;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.internal.AbstractWatchManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One watch on all Leases of the cluster, on a thread of its own, opened anew whenever it ends. It
 * names no resource version, so it begins with everything that is there: what changed meanwhile is
 * hinted at, and none is ever too old.
 */
final class Watching implements Runnable {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LEAST_SILENCE = Duration.ofSeconds(10);

  private static final long GOODBYE_STEP_NANOS = Duration.ofMillis(20).toNanos();
  private static final int GOODBYE_STEPS = 40;
  private static final long END_MILLIS = 1000;

  private final KubernetesClient client;
  private final Forms forms;
  private final String namespace;
  private final long silenceNanos;
  private final Thread thread;
  private final List<Consumer<RecordKey>> consumers = new CopyOnWriteArrayList<>();
  private final Backoff backoff = new Backoff(LONGEST_PAUSE);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();

  // guarded by the lock
  private boolean closed;
  private boolean heard;
  private @Nullable Ear current;

  // by this thread only
  private boolean told;

  Watching(
      KubernetesClient client,
      Forms forms,
      String namespace,
      Duration lease,
      ThreadFactory threads) {
    this.client = client;
    this.forms = forms;
    this.namespace = namespace;
    Duration silence = lease.multipliedBy(2);
    silenceNanos = (silence.compareTo(LEAST_SILENCE) > 0 ? silence : LEAST_SILENCE).toNanos();
    thread = threads.newThread(this);
  }

  void start() {
    thread.start();
  }

  void add(Consumer<RecordKey> consumer) {
    consumers.add(consumer);
  }

  @Override
  public void run() {
    try {
      while (!isClosed()) {
        watch();
        pause(backoff.nextNanos());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.defect(e);
    }
  }

  private void watch() throws InterruptedException {
    Ear ear = new Ear();
    use(ear);
    try {
      Watch open =
          client
              .leases()
              .inNamespace(namespace)
              .watch(new ListOptionsBuilder().withLabelSelector(forms.selector()).build(), ear);
      backoff.reset();
      told = false;
      awaitEnd(ear);
      open.close();
      awaitGone(open);
    } catch (KubernetesClientException e) {
      tell(e);
    } finally {
      use(null);
    }
  }

  private void use(@Nullable Ear ear) {
    lock.lock();
    try {
      current = ear;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Renewals are heard all the time; a watch that says nothing may be a connection that is gone.
   */
  private void awaitEnd(Ear ear) throws InterruptedException {
    lock.lock();
    try {
      do {
        heard = false;
        long left = silenceNanos;
        while (!closed && !ear.ended && left > 0) {
          left = news.awaitNanos(left);
        }
      } while (!closed && !ear.ended && heard);
    } finally {
      lock.unlock();
    }
  }

  /** Both sides say goodbye before the socket is closed; nobody else would close it. */
  private void awaitGone(Watch watch) throws InterruptedException {
    lock.lock();
    try {
      for (int i = 0; i < GOODBYE_STEPS && isWatching(watch); i++) {
        pass(GOODBYE_STEP_NANOS);
      }
      // the client has heard it, its socket is about to
      pass(GOODBYE_STEP_NANOS);
    } finally {
      lock.unlock();
    }
  }

  private static boolean isWatching(Watch watch) {
    return watch instanceof AbstractWatchManager<?> manager && manager.isWatching();
  }

  private void pass(long nanos) throws InterruptedException {
    long left = nanos;
    while (left > 0) {
      left = news.awaitNanos(left);
    }
  }

  private void tell(KubernetesClientException e) {
    if (!told && !isClosed()) {
      told = true;
      LOG.noWatch(e.getCode() == 403 ? reasonForbidden(e) : Failures.reason(e));
    }
  }

  private String reasonForbidden(KubernetesClientException e) {
    return LOG.forbidden("watch", namespace, Failures.reason(e));
  }

  private void pause(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (!closed && left > 0) {
        left = news.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Waits a moment for the goodbye. */
  void close() {
    lock.lock();
    try {
      closed = true;
      news.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(END_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      thread.interrupt();
    }
  }

  /** Hears of one watch, on a thread of the client's. */
  private final class Ear implements Watcher<Lease> {

    // guarded by the lock
    private boolean ended;

    @Override
    public void eventReceived(Action action, Lease lease) {
      lock.lock();
      try {
        heard = true;
        if (closed || current != this) {
          return;
        }
      } finally {
        lock.unlock();
      }
      if (lease != null) {
        forms.key(lease).filter(Forms::isShown).ifPresent(Watching.this::hint);
      }
    }

    @Override
    public void onClose(WatcherException cause) {
      LOG.debugf(cause, "the watch ended");
      end();
    }

    @Override
    public void onClose() {
      end();
    }

    private void end() {
      lock.lock();
      try {
        ended = true;
        news.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private void hint(RecordKey key) {
    for (Consumer<RecordKey> consumer : consumers) {
      consumer.accept(key);
    }
  }
}
