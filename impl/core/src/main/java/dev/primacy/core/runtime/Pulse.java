package dev.primacy.core.runtime;

import dev.primacy.control.Alarm;
import dev.primacy.core.settings.WatchSettings;
import dev.primacy.event.HealthChecked;
import dev.primacy.event.Heartbeat;
import dev.primacy.event.OperationalEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells now and then that all is alive. At most one of each kind waits: where events are not
 * delivered there is no pulse, and none comes later in its place.
 */
final class Pulse {

  /** Looks at the parts, and says whether they are well once it did. */
  interface Examination {
    void begin(Consumer<Boolean> well);
  }

  private final Deliveries deliveries;
  private final AtomicBoolean beating = new AtomicBoolean();
  private final AtomicBoolean examining = new AtomicBoolean();

  Pulse(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  void start(WatchSettings settings, Timers timers, Examination parts) {
    settings.heartbeat().ifPresent(period -> timers.every(period, this::beat));
    settings.healthCheck().ifPresent(period -> timers.every(period, () -> examine(parts)));
  }

  void beat() {
    once(beating, Heartbeat.class, Heartbeat::new);
  }

  /** A part that hangs is looked at once, and nothing is told. */
  void examine(Examination parts) {
    if (deliveries.hears(HealthChecked.class) && examining.compareAndSet(false, true)) {
      parts.begin(this::examined);
    }
  }

  private void examined(boolean well) {
    Supplier<List<Alarm>> alarms = deliveries.alarms()::active;
    deliveries.reportSurely(
        HealthChecked.class,
        (node, seq, at) -> {
          examining.set(false);
          List<Alarm> active = alarms.get();
          return new HealthChecked(node, seq, well && active.isEmpty(), active, at);
        });
  }

  private void once(
      AtomicBoolean waiting, Class<? extends OperationalEvent> type, Deliveries.Numbered event) {
    if (deliveries.hears(type) && waiting.compareAndSet(false, true)) {
      deliveries.reportSurely(
          type,
          (node, seq, at) -> {
            waiting.set(false);
            return event.make(node, seq, at);
          });
    }
  }
}
