package dev.primacy.core.dispatch;

import org.jspecify.annotations.Nullable;

/** A thread's place among those that deliver events, and what is being observed there. */
final class Seat {

  // written by its thread
  private volatile @Nullable Running running;

  void observe(Running event) {
    running = event;
  }

  void leave() {
    running = null;
  }

  @Nullable Running running() {
    return running;
  }
}
