package dev.primacy.messenger.jgroups;

import static dev.primacy.messenger.jgroups.Messages.LOG;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what came and was not believed; the first is logged. */
final class Strangers {
  private final AtomicLong count = new AtomicLong();

  void seen(String what) {
    if (count.getAndIncrement() == 0) {
      LOG.ignored(what);
    }
  }

  long count() {
    return count.get();
  }
}
