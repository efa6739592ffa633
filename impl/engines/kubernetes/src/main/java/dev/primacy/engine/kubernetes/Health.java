package dev.primacy.engine.kubernetes;

import static dev.primacy.engine.kubernetes.Messages.LOG;

import dev.primacy.spi.StoreStatus;
import dev.primacy.spi.StoreStatus.State;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * How the API server is, for people: a line in the log for each change, and a status. What is
 * refused is kept by verb, since a server may answer reads and refuse writes.
 */
final class Health {

  private final String server;
  private final String namespace;
  private final Executor executor;
  private final Object lock = new Object();

  // guarded by lock
  private final Map<String, String> refusals = new TreeMap<>();
  private boolean told;

  private volatile StoreStatus status = new StoreStatus(State.UNREACHABLE, "nothing was asked yet");

  Health(String server, String namespace, Executor executor) {
    this.server = server;
    this.namespace = namespace;
    this.executor = executor;
  }

  StoreStatus status() {
    return status;
  }

  /** Whether the latest request got no answer, so that the next one may not either. */
  boolean isLost() {
    return status.state() == State.UNREACHABLE;
  }

  String server() {
    return server;
  }

  void answered(String verb) {
    synchronized (lock) {
      if (refusals.remove(verb) != null || status.state() == State.UNREACHABLE) {
        show();
      }
    }
  }

  void refused(String verb, String reason) {
    synchronized (lock) {
      refusals.put(verb, reason);
      show();
    }
  }

  void lost(String reason) {
    synchronized (lock) {
      status = new StoreStatus(State.UNREACHABLE, reason);
      tell(reason);
    }
  }

  private void show() {
    if (refusals.isEmpty()) {
      status = new StoreStatus(State.HEALTHY, "namespace " + namespace + " of " + server);
      told = false;
      log(() -> LOG.connected(namespace, server));
    } else {
      String reason = refusals.values().iterator().next();
      status = new StoreStatus(State.DEGRADED, reason);
      tell(reason);
    }
  }

  /** Once, until all is well again. */
  private void tell(String reason) {
    if (!told) {
      told = true;
      log(() -> LOG.unusable(server, reason));
    }
  }

  /** Never on the caller's thread, which may be renewing. */
  private void log(Runnable line) {
    try {
      executor.execute(line);
    } catch (RejectedExecutionException closed) {
      LOG.debugf(closed, "a log line after the end");
    }
  }
}
