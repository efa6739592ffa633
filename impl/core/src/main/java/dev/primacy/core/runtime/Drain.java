package dev.primacy.core.runtime;

import dev.primacy.core.gate.InFlight;
import java.util.concurrent.atomic.AtomicBoolean;

/** Notices when the last call has left; made when the gate is closed. */
final class Drain {
  private final InFlight calls;
  private final Steps loop;
  private final Runnable onEmpty;

  // many calls may leave at once; one look at the count is enough for all of them
  private final AtomicBoolean asked = new AtomicBoolean();

  /** Calls back on the lease thread, maybe more than once. */
  Drain(InFlight calls, Steps loop, Runnable onEmpty) {
    this.calls = calls;
    this.loop = loop;
    this.onEmpty = onEmpty;
  }

  /** First the watcher, then the look: whoever leaves in between is seen by one of them. */
  void start() {
    calls.watch(this::left);
    look();
  }

  private void left() {
    if (asked.compareAndSet(false, true)) {
      loop.post(this::look);
    }
  }

  private void look() {
    asked.set(false);
    if (calls.count() == 0) {
      onEmpty.run();
    }
  }
}
