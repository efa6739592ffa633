package dev.primacy.core.runtime;

import dev.primacy.core.gate.Clocks;
import dev.primacy.event.Transition;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How long something may take. Observers may ask for more, from any thread. */
final class Patience implements Transition {
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Clocks clocks;
  private final Alarms timers;
  private final Runnable onTimeout;
  private final AtomicLong until;

  private volatile @Nullable Future<?> timer;
  private volatile boolean over;

  Patience(Clocks clocks, Alarms timers, Duration timeout, Runnable onTimeout) {
    this.clocks = clocks;
    this.timers = timers;
    this.onTimeout = onTimeout;
    this.until = new AtomicLong(clocks.nanos() + timeout.toNanos());
  }

  void start() {
    if (!over) {
      long left = Math.max(0, until.get() - clocks.nanos());
      timer = timers.after(Duration.ofNanos(left), this::check);
    }
  }

  private void check() {
    if (over) {
      return;
    }
    if (until.get() - clocks.nanos() > 0) {
      start();
    } else {
      onTimeout.run();
    }
  }

  void cancel() {
    over = true;
    Future<?> pending = timer;
    if (pending != null) {
      pending.cancel(false);
    }
  }

  @Override
  public void stillWorking(Duration more) {
    if (!more.isNegative()) {
      Duration bounded = more.compareTo(LONGEST) > 0 ? LONGEST : more;
      long asked = clocks.nanos() + bounded.toNanos();
      until.accumulateAndGet(asked, (a, b) -> a - b > 0 ? a : b);
    }
  }
}
