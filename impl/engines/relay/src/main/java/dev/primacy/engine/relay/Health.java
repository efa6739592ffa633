package dev.primacy.engine.relay;

import static dev.primacy.engine.relay.Messages.LOG;

import dev.primacy.spi.StoreStatus;
import dev.primacy.spi.StoreStatus.State;
import java.net.URI;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** How the relay is, for people: a line in the log for each change, and a status. */
final class Health {
  private final Executor executor;
  private final Object lock = new Object();

  // guarded by lock
  private boolean told;

  private volatile StoreStatus status = new StoreStatus(State.UNREACHABLE, "nothing was asked yet");

  Health(Executor executor) {
    this.executor = executor;
  }

  StoreStatus status() {
    return status;
  }

  void answered(URI relay) {
    String detail = "through " + relay;
    if (status.state() == State.HEALTHY && status.detail().equals(detail)) {
      return;
    }
    synchronized (lock) {
      status = new StoreStatus(State.HEALTHY, detail);
      told = false;
    }
    log(() -> LOG.connected(relay.toString()));
  }

  void refused(String reason) {
    tell(State.DEGRADED, reason);
  }

  void lost(String reason) {
    tell(State.UNREACHABLE, reason);
  }

  /** Once, until all is well again. */
  private void tell(State state, String reason) {
    synchronized (lock) {
      status = new StoreStatus(state, reason);
      if (told) {
        return;
      }
      told = true;
    }
    log(() -> LOG.unusable(reason));
  }

  /** Never on the caller's thread, which may be renewing. */
  void log(Runnable line) {
    try {
      executor.execute(line);
    } catch (RejectedExecutionException closed) {
      LOG.debugf(closed, "a log line after the end");
    }
  }
}
