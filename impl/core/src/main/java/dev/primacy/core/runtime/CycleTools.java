package dev.primacy.core.runtime;

import dev.primacy.core.gate.Clocks;
import dev.primacy.core.settings.ObserverSettings;
import java.time.Duration;
import java.util.function.Supplier;

/** What the life cycles of all groups work with. */
record CycleTools(
    Steps loop,
    GroupCycle.Elections elections,
    Alarms timers,
    Clocks clocks,
    Transcript transcript,
    Deliveries deliveries,
    ObserverSettings settings,
    Leftovers leftovers,
    Supplier<Oversight> overseer,
    Losses losses,
    Duration lease) {

  /** Who hears what happens, beside the life cycle. */
  Oversight oversight() {
    return overseer.get();
  }

  /** A time limit that is heard of on the lease thread. */
  Patience patience(Duration time, Runnable onTimeout) {
    return new Patience(clocks, timers, time, () -> loop.post(onTimeout));
  }
}
