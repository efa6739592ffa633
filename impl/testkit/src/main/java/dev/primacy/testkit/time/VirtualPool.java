package dev.primacy.testkit.time;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A pool of a node's threads. */
final class VirtualPool extends ThreadPoolExecutor {
  private final Place place;

  VirtualPool(Place place, int threads, Duration idle, int capacity, ThreadFactory factory) {
    super(
        threads,
        threads,
        idle.toNanos(),
        TimeUnit.NANOSECONDS,
        new VirtualQueue(place, capacity),
        factory);
    this.place = place;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return place.await(this::isTerminated, unit.toNanos(timeout));
  }
}
