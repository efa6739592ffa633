package dev.primacy.core.runtime;

import dev.primacy.core.settings.WatchSettings;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/** What is looked at or told now and then, if it is configured. */
final class Watches {
  private final Machinery machinery;
  private final WatchSettings watched;

  Watches(Machinery machinery, WatchSettings watched) {
    this.machinery = machinery;
    this.watched = watched;
  }

  /**
   * @param joined the groups taken part in, on any thread
   */
  void start(Supplier<Set<String>> joined, ThreadFactory threads) {
    new Pulse(machinery.deliveries)
        .start(
            watched,
            machinery.timers,
            well ->
                machinery.loop.post(() -> well.accept(machinery.sentry.lookedAtAndReachesStore())));
    EndpointWatch endpoint = watchEndpoint();
    new InactivityWatch(
            watched.inactivity(),
            machinery.deliveries,
            new InactivityWatch.Sight(machinery.keeper::store, joined, endpoint::look),
            new InactivityWatch.Tools(
                machinery.clocks(), machinery.timers, machinery.scribe, threads))
        .start();
  }

  private EndpointWatch watchEndpoint() {
    EndpointWatch endpoint =
        new EndpointWatch(
            machinery.keeper::store,
            machinery.deliveries,
            machinery.scribe,
            machinery.onlookers.monitors());
    endpoint.look();
    machinery.timers.every(machinery.settings.timing().renewEvery(), endpoint::look);
    return endpoint;
  }
}
