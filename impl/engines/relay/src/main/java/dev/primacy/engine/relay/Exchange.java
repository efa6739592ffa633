package dev.primacy.engine.relay;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One request under way: what has to be ended when nobody waits for it any more. */
final class Exchange {
  private final Object lock = new Object();

  // guarded by lock
  private @Nullable CompletableFuture<?> response;
  private @Nullable Body body;
  private boolean givenUp;

  void sent(CompletableFuture<?> to) {
    synchronized (lock) {
      response = to;
      if (!givenUp) {
        return;
      }
    }
    to.cancel(true);
  }

  Body begin(Body first) {
    synchronized (lock) {
      body = first;
      if (!givenUp) {
        return first;
      }
    }
    first.giveUp();
    return first;
  }

  /** Ends the connection. A body under way is not ended by ending the response. */
  void giveUp() {
    Body reading;
    CompletableFuture<?> waiting;
    synchronized (lock) {
      givenUp = true;
      reading = body;
      waiting = response;
    }
    if (reading != null) {
      reading.giveUp();
    }
    if (waiting != null) {
      waiting.cancel(true);
    }
  }
}
