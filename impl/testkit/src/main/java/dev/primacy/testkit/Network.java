package dev.primacy.testkit;

import dev.primacy.testkit.time.Place;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The way of one node to the store, and of what calls it back. */
final class Network {
  private static final long LATENCY = 200_000;
  private static final long FOREVER = Long.MAX_VALUE / 8;

  private final Place place;
  private volatile boolean cut;
  private volatile Duration late = Duration.ZERO;

  Network(Place place) {
    this.place = place;
  }

  void cut() {
    cut = true;
  }

  void heal() {
    cut = false;
  }

  boolean isCut() {
    return cut;
  }

  void late(Duration by) {
    late = by;
  }

  /**
   * Takes its time; an exception says why it got nowhere. Whoever asks inside a test is at once.
   */
  @Nullable Exception travel() {
    if (!Place.isInside()) {
      return cut ? new IllegalStateException("cut off") : null;
    }
    try {
      place.await(() -> false, LATENCY);
      if (cut) {
        place.await(() -> !cut, FOREVER);
      }
      return null;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return stop;
    }
  }

  /** What the store says by itself: nothing, to somebody who is cut off. */
  void callBack(Runnable hint) {
    place.in(
        LATENCY + late.toNanos(),
        () -> {
          if (!cut) {
            hint.run();
          }
        });
  }

  /** On the thread that delivers to observers. */
  void delayCallback() {
    if (!late.isZero() && Place.isInside()) {
      try {
        place.await(() -> false, late.toNanos());
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
