package dev.primacy.admin;

import dev.primacy.Groups;
import dev.primacy.Membership;
import dev.primacy.RoleEvents;
import dev.primacy.control.Alarms;
import dev.primacy.control.ClusterControl;
import dev.primacy.control.GroupAdmin;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.gate.SystemClocks;
import dev.primacy.core.history.HistorySettings;
import dev.primacy.core.history.LiveHistory;
import dev.primacy.core.messaging.MessagingSetup;
import dev.primacy.core.messaging.MessagingStatus;
import dev.primacy.core.messaging.Stamps;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.runtime.PrimacyRuntimes;
import dev.primacy.core.runtime.RelayState;
import dev.primacy.core.runtime.RuntimeSetup;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.core.settings.Settings;
import dev.primacy.core.vitals.Vitals;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.history.EventHistory;
import dev.primacy.spi.StoreStatus;
import dev.primacy.watch.NodeWatch;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;

/** A runtime whose groups are {@link FakeGroup}s; its settings are read as always. */
final class FakeRuntime implements PrimacyRuntime, Groups {
  final FakeControl control = new FakeControl();
  final FakeVitals vitals = new FakeVitals();
  volatile Optional<String> defaultGroup = Optional.of("orders");
  private final Settings settings;

  final LiveHistory history =
      new LiveHistory(
          new HistorySettings(1000, false, Duration.ofSeconds(1), Duration.ofDays(1), Set.of()),
          SystemClocks.INSTANCE,
          MessagingSetup.NONE);
  private final Stamps stamps = new Stamps(SystemClocks.INSTANCE, FakeGroup.N1::id);

  FakeRuntime(Map<String, String> settings) {
    RuntimeSetup setup = RuntimeSetup.of("test").withSource(new MapSettings(settings));
    this.settings = PrimacyRuntimes.create(setup).settings();
    control.group("orders");
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public Set<String> groups() {
    return Set.copyOf(control.groups.keySet());
  }

  @Override
  public Groups dynamicGroups() {
    return this;
  }

  @Override
  public ClusterControl control() {
    return control;
  }

  @Override
  public EventHistory history() {
    return history;
  }

  @Override
  public boolean tell(EnvelopedEvent draft) {
    history.record(stamps.stamped(draft));
    return true;
  }

  @Override
  public GroupAdmin groupAdmin() {
    return control;
  }

  @Override
  public RelayState relayState() {
    throw new AssertionError("nobody relays here");
  }

  @Override
  public NodeWatch nodeWatch() {
    return vitals;
  }

  @Override
  public Vitals vitals() {
    return vitals;
  }

  @Override
  public MessagingStatus messagingStatus() {
    return FakeVitals.MESSAGING;
  }

  @Override
  public RoleEvents roleEvents() {
    throw new AssertionError("nobody subscribes here");
  }

  @Override
  public Alarms alarms() {
    return control;
  }

  @Override
  public Optional<String> defaultGroup() {
    return defaultGroup;
  }

  @Override
  public Membership membership(String group) {
    return new FakeMembership(control.groups.get(group));
  }

  @Override
  public Gate gate(String group) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<String> engine() {
    return Optional.of("memory");
  }

  @Override
  public StoreStatus storeStatus() {
    return new StoreStatus(StoreStatus.State.HEALTHY, "all is well");
  }

  @Override
  public void start() {}

  @Override
  public void close() {}

  @Override
  public Membership join(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletionStage<Void> leave(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Membership> find(String name) {
    return control.groups.containsKey(name) ? Optional.of(membership(name)) : Optional.empty();
  }

  @Override
  public Set<String> names() {
    return new TreeSet<>(control.groups.keySet());
  }
}
