package dev.primacy.benchmarks.broadcast;

import dev.primacy.event.EventsOverflowed;
import dev.primacy.event.FromCluster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** An observer that cannot keep up. */
@ApplicationScoped
class SlowEar {
  static final LongAdder HEARD = new LongAdder();
  static final LongAdder OVERFLOWS = new LongAdder();

  void hear(@Observes @FromCluster Tick tick) {
    HEARD.increment();
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
  }

  void overflow(@Observes EventsOverflowed event) {
    OVERFLOWS.increment();
  }
}
