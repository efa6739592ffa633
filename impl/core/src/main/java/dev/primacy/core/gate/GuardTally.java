package dev.primacy.core.gate;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts what became of the guarded calls of one group. Any thread, without a lock. */
final class GuardTally {
  private final LongAdder rejected = new LongAdder();
  private final LongAdder redirected = new LongAdder();
  private final LongAdder skipped = new LongAdder();
  private final LongAdder lost = new LongAdder();

  /**
   * A call is counted in before it is judged: what is shown must not go back when it is refused.
   */
  private final AtomicLong allowed = new AtomicLong();

  void count(GuardOutcome outcome) {
    LongAdder adder =
        switch (outcome) {
          case REJECTED -> rejected;
          case REDIRECTED -> redirected;
          case SKIPPED -> skipped;
          case LOST -> lost;
        };
    adder.increment();
  }

  /**
   * The counts now.
   *
   * @param admitted by the gate's own count
   */
  GuardCounts counts(long admitted) {
    return new GuardCounts(
        allowed.accumulateAndGet(admitted, Math::max),
        rejected.sum(),
        redirected.sum(),
        skipped.sum(),
        lost.sum());
  }
}
