package dev.primacy.testkit.time;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A queue whose takers wait in virtual time. */
final class VirtualQueue extends LinkedBlockingQueue<Runnable> {
  private static final long serialVersionUID = 1L;

  private final transient Place place;

  VirtualQueue(Place place, int capacity) {
    super(capacity);
    this.place = place;
  }

  @Override
  public @Nullable Runnable poll(long timeout, TimeUnit unit) throws InterruptedException {
    place.await(() -> !isEmpty(), unit.toNanos(timeout));
    return poll();
  }

  @Override
  public Runnable take() throws InterruptedException {
    while (true) {
      place.await(() -> !isEmpty(), VirtualTime.FOREVER);
      Runnable next = poll();
      if (next != null) {
        return next;
      }
    }
  }
}
