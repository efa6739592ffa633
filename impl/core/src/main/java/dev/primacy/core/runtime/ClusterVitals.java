package dev.primacy.core.runtime;

import dev.primacy.control.AlarmKind;
import dev.primacy.core.vitals.DeliveryFigures;
import dev.primacy.core.vitals.GroupVitals;
import dev.primacy.core.vitals.LeaseThread;
import dev.primacy.core.vitals.StoreContact;
import dev.primacy.core.vitals.StoreListener;
import dev.primacy.core.vitals.Vitals;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** How a node in a cluster is doing. */
final class ClusterVitals implements Vitals {
  private final Machinery machinery;
  private final ConfiguredRuntime runtime;
  private final Supplier<Phase> phase;

  ClusterVitals(Machinery machinery, ConfiguredRuntime runtime, Supplier<Phase> phase) {
    this.machinery = machinery;
    this.runtime = runtime;
    this.phase = phase;
  }

  @Override
  public Phase phase() {
    return phase.get();
  }

  @Override
  public Optional<LeaseThread> leaseThread() {
    return machinery.loop.pulse();
  }

  @Override
  public StoreContact store() {
    return new StoreContact(
        machinery.keeper.status(),
        silence(machinery.keeper.contact().lastAnswerNanos()),
        machinery.keeper.store().endpoint());
  }

  private Optional<Duration> silence(OptionalLong answered) {
    return answered.isPresent()
        ? Optional.of(Duration.ofNanos(Math.max(0, machinery.nanos() - answered.getAsLong())))
        : Optional.empty();
  }

  @Override
  public DeliveryFigures delivery() {
    long waiting = machinery.deliveries.waiting() + machinery.nodes.waiting();
    for (GroupCycle cycle : machinery.cycles.values()) {
      waiting += cycle.waiting();
    }
    return figures(machinery.deliveries, waiting);
  }

  static DeliveryFigures figures(Deliveries deliveries, long waiting) {
    long stalled =
        deliveries.alarms().active().stream()
            .filter(alarm -> alarm.kind() == AlarmKind.OBSERVER_STALLED)
            .count();
    return new DeliveryFigures(waiting, deliveries.failures(), deliveries.stalls(), (int) stalled);
  }

  @Override
  public SortedSet<String> groups() {
    return groups(runtime);
  }

  static SortedSet<String> groups(ConfiguredRuntime runtime) {
    return new TreeSet<>(runtime.dynamicGroups().names());
  }

  @Override
  public Optional<GroupVitals> group(String name) {
    return machinery
        .find(name)
        .map(GroupCycle::membership)
        .or(() -> runtime.memberships().find(name))
        .map(GroupMembership::vitals);
  }

  @Override
  public StoreListener.Registration listen(StoreListener listener) {
    return machinery.meter.listen(listener);
  }
}
