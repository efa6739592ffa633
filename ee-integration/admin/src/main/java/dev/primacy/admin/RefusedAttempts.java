package dev.primacy.admin;

import dev.primacy.core.gate.Clocks;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Counts refused requests, and says so at most once a minute: whoever floods, floods no log. */
final class RefusedAttempts {
  private static final long PERIOD = TimeUnit.MINUTES.toNanos(1);

  private final Clocks clocks;
  private final AtomicLong since = new AtomicLong();
  private final AtomicLong nextLine;

  RefusedAttempts(Clocks clocks) {
    this.clocks = clocks;
    this.nextLine = new AtomicLong(clocks.nanos());
  }

  void count() {
    since.incrementAndGet();
    long now = clocks.nanos();
    long due = nextLine.get();
    if (now - due >= 0 && nextLine.compareAndSet(due, now + PERIOD)) {
      AdminLog.LOG.refused(since.getAndSet(0));
    }
  }
}
