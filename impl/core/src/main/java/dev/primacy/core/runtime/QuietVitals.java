package dev.primacy.core.runtime;

import dev.primacy.core.dispatch.Lane;
import dev.primacy.core.vitals.DeliveryFigures;
import dev.primacy.core.vitals.GroupVitals;
import dev.primacy.core.vitals.LeaseThread;
import dev.primacy.core.vitals.StoreContact;
import dev.primacy.core.vitals.StoreListener;
import dev.primacy.core.vitals.Vitals;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;

/** How a node without a cluster is doing. */
final class QuietVitals implements Vitals {
  private final ConfiguredRuntime runtime;
  private final Lane lane;
  private final Supplier<Phase> phase;

  QuietVitals(ConfiguredRuntime runtime, Lane lane, Supplier<Phase> phase) {
    this.runtime = runtime;
    this.lane = lane;
    this.phase = phase;
  }

  @Override
  public Phase phase() {
    return phase.get();
  }

  @Override
  public Optional<LeaseThread> leaseThread() {
    return Optional.empty();
  }

  @Override
  public StoreContact store() {
    return StoreContact.NONE;
  }

  @Override
  public DeliveryFigures delivery() {
    Deliveries deliveries = runtime.deliveries();
    return ClusterVitals.figures(deliveries, deliveries.waiting() + lane.waiting());
  }

  @Override
  public SortedSet<String> groups() {
    return ClusterVitals.groups(runtime);
  }

  @Override
  public Optional<GroupVitals> group(String name) {
    return runtime
        .dynamicGroups()
        .find(name)
        .filter(GroupMembership.class::isInstance)
        .map(found -> ((GroupMembership) found).vitals());
  }

  /** There is no store. */
  @Override
  public StoreListener.Registration listen(StoreListener listener) {
    return () -> {};
  }
}
