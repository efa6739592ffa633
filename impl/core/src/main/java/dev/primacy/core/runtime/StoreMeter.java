package dev.primacy.core.runtime;

import dev.primacy.core.dispatch.Lane;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.vitals.StoreListener;
import dev.primacy.core.vitals.StoreOperation;
import dev.primacy.core.vitals.StoreOperation.Kind;
import dev.primacy.core.vitals.StoreOperation.Outcome;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Measures what the election asks of the store, if anybody wants to know. Listeners are called on a
 * lane: their code may block, and a renewal must not wait for it.
 */
final class StoreMeter {
  /** The lane's name, and how many operations wait on it at most. */
  static final String LANE = "store-figures";

  static final int MOST_WAITING = 256;

  private final Clocks clocks;
  private final Supplier<UUID> self;
  private final Lane lane;
  private final List<StoreListener> listeners = new CopyOnWriteArrayList<>();

  StoreMeter(Clocks clocks, Supplier<UUID> self, Lane lane) {
    this.clocks = clocks;
    this.self = self;
    this.lane = lane;
  }

  StoreListener.Registration listen(StoreListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** The store as it is while nobody listens. */
  RecordStore over(RecordStore store) {
    return listeners.isEmpty() ? store : new MeasuredStore(store, this);
  }

  long nanos() {
    return clocks.nanos();
  }

  void written(RecordKey key, PutOutcome outcome, long began) {
    boolean own = key.kind() == RecordKind.NODE && key.name().equals(self.get().toString());
    completed(own ? Kind.RENEW : Kind.WRITE, of(outcome), began);
  }

  static Outcome of(PutOutcome outcome) {
    if (outcome instanceof PutOutcome.Stored) {
      return Outcome.DONE;
    }
    if (outcome instanceof PutOutcome.Conflict) {
      return Outcome.CONFLICT;
    }
    return outcome instanceof PutOutcome.Refused ? Outcome.REFUSED : Outcome.UNKNOWN;
  }

  void completed(Kind kind, Outcome outcome, long began) {
    Duration time = Duration.ofNanos(Math.max(0, nanos() - began));
    StoreOperation operation = new StoreOperation(kind, outcome, time);
    // what does not fit is left out of the figures
    var unused = lane.offer(() -> listeners.forEach(each -> each.completed(operation)));
  }
}
