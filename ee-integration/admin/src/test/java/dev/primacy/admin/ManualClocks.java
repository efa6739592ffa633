package dev.primacy.admin;

import dev.primacy.core.gate.Clocks;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Time that goes on when a test says so; begins where {@link FakeGroup} was last heard. */
final class ManualClocks implements Clocks {
  private final AtomicLong nanos = new AtomicLong();

  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Override
  public long nanos() {
    return nanos.get();
  }

  @Override
  public long millis() {
    return FakeGroup.HEARD.toEpochMilli() + Duration.ofNanos(nanos.get()).toMillis();
  }
}
