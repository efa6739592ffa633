package dev.primacy.core.runtime;

import static dev.primacy.core.CoreLog.LOG;

import dev.primacy.core.CoreMessages;
import dev.primacy.core.settings.SettingText;
import dev.primacy.watch.WatchFailedException;
import dev.primacy.watch.WatchPhase;
import java.util.concurrent.Flow;

/**
 * Calls one subscriber, always on the same thread. What it did not ask for waits in the mailbox,
 * and is merged there to the latest.
 */
final class NodeSubscription<T> implements Flow.Subscription, Runnable {
  private final NodeSupply<T> supply;
  private final Mailbox mailbox;
  private final Flow.Subscriber<? super T> subscriber;
  private final OpenWatches open;
  private final Scribe scribe;

  NodeSubscription(
      NodeSupply<T> supply,
      Flow.Subscriber<? super T> subscriber,
      OpenWatches open,
      Scribe scribe) {
    this.supply = supply;
    this.mailbox = supply.mailbox();
    this.subscriber = subscriber;
    this.open = open;
    this.scribe = scribe;
  }

  // ---- what the subscriber calls, on any thread

  @Override
  public void request(long count) {
    if (count > 0) {
      mailbox.request(count);
    } else {
      String message = CoreMessages.MESSAGES.nothingRequested(count);
      mailbox.end(WatchEnds.refused(mailbox.name(), new IllegalArgumentException(message)));
    }
  }

  @Override
  public void cancel() {
    mailbox.end(WatchEnds.closed(mailbox.name()));
  }

  // ---- what calls the subscriber

  @Override
  public void run() {
    open.add(mailbox);
    try {
      if (hears(() -> subscriber.onSubscribe(this))) {
        open.begin(mailbox);
        serve();
      }
    } finally {
      open.remove(mailbox);
    }
  }

  private void serve() {
    try {
      boolean goesOn = true;
      while (goesOn) {
        T next = supply.next();
        goesOn = mailbox.end() != null || hears(() -> subscriber.onNext(next));
      }
    } catch (WatchFailedException end) {
      end(end);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      end(WatchEnds.interrupted(mailbox.name()));
    }
  }

  /** A subscription that was cancelled ends without a word. */
  private void end(WatchFailedException end) {
    Throwable error = end.phase() == WatchPhase.CLOSED ? end.getCause() : end;
    if (error != null) {
      hears(() -> subscriber.onError(error));
    }
  }

  private boolean hears(Runnable call) {
    try {
      call.run();
      return true;
    } catch (RuntimeException | LinkageError | AssertionError failure) {
      cancel();
      scribe.write(() -> LOG.subscriberFailed(failure, SettingText.fit(mailbox.name())));
      return false;
    }
  }
}
