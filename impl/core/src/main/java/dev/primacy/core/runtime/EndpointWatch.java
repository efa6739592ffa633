package dev.primacy.core.runtime;

import static dev.primacy.core.CoreLog.LOG;

import dev.primacy.core.monitor.LiveMonitors;
import dev.primacy.event.EngineSwitched;
import dev.primacy.spi.RecordStore;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the engine works at another endpoint of its store, and tells it once. Looked at now
 * and then: whatever was done at the old endpoint, what the store shows is read at the new one.
 */
final class EndpointWatch {
  private final Supplier<RecordStore> store;
  private final Deliveries deliveries;
  private final Scribe scribe;
  private final LiveMonitors monitors;
  private final Object lock = new Object();

  // guarded by lock
  private @Nullable String current;
  private long switches;

  EndpointWatch(
      Supplier<RecordStore> store, Deliveries deliveries, Scribe scribe, LiveMonitors monitors) {
    this.store = store;
    this.deliveries = deliveries;
    this.scribe = scribe;
    this.monitors = monitors;
  }

  /**
   * Looks at it, on any thread.
   *
   * @return how often it has changed until now
   */
  long look() {
    Optional<String> now = store.get().endpoint();
    synchronized (lock) {
      String before = current;
      if (now.isPresent()) {
        current = now.get();
        if (before != null && !before.equals(current)) {
          switches++;
          tell(before, current);
        }
      }
      return switches;
    }
  }

  /** Only hands over: nothing blocks here. */
  private void tell(String previous, String next) {
    scribe.write(() -> LOG.engineSwitched(previous, next));
    deliveries.reportSurely(
        EngineSwitched.class, (node, seq, at) -> new EngineSwitched(node, seq, previous, next, at));
    monitors.lookAnew();
  }
}
