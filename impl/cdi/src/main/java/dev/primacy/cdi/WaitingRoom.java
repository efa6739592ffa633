package dev.primacy.cdi;

import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.Gate;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Where calls wait for this node to become primary. Each waits on its own thread, which belongs to
 * somebody else, as a rule to a server that has not many: hence the bound.
 */
final class WaitingRoom {
  private final Semaphore places;

  WaitingRoom(int places) {
    this.places = new Semaphore(places);
  }

  /** Refuses at once if all places are taken, and whoever must not wait. */
  @Nullable Admission enter(Gate gate, GuardSpec spec) {
    // an observer that waited would wait for what happens only after it
    if (EventBridge.isDelivering() || !places.tryAcquire()) {
      return null;
    }
    try {
      return gate.awaitEntry(spec.minRemainingNanos(), spec.maxWaitNanos());
    } finally {
      places.release();
    }
  }
}
