package dev.primacy.core.runtime;

import dev.primacy.core.gate.Clocks;
import dev.primacy.spi.RecordKey;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Hints of other nodes that a record was written. They wake who would otherwise poll, and are
 * believed nothing: the store is read. A flood of them costs a bounded number of reads, since what
 * is left out is found by the next poll.
 */
final class PeerHints implements Consumer<RecordKey> {
  private static final int MOST_A_SECOND = 200;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Consumer<RecordKey> hints;
  private final BooleanSupplier needless;
  private final Clocks clocks;
  private final Object lock = new Object();

  // guarded by lock
  private long began;
  private int left = MOST_A_SECOND;

  /**
   * Makes the way in.
   *
   * @param hints get them
   * @param needless whether the store itself hints
   */
  PeerHints(Consumer<RecordKey> hints, BooleanSupplier needless, Clocks clocks) {
    this.hints = hints;
    this.needless = needless;
    this.clocks = clocks;
    this.began = clocks.nanos();
  }

  @Override
  public void accept(RecordKey key) {
    if (!needless.getAsBoolean() && isOneOfFew()) {
      hints.accept(key);
    }
  }

  private boolean isOneOfFew() {
    synchronized (lock) {
      long now = clocks.nanos();
      if (now - began >= SECOND) {
        began = now;
        left = MOST_A_SECOND;
      }
      left = Math.max(-1, left - 1);
      return left >= 0;
    }
  }
}
