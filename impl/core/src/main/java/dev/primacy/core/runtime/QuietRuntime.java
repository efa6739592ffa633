package dev.primacy.core.runtime;

import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.core.dispatch.Lane;
import dev.primacy.core.dispatch.Lanes;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.monitor.LiveMonitors;
import dev.primacy.core.monitor.MonitorSource;
import dev.primacy.core.settings.Mode;
import dev.primacy.core.settings.Settings;
import dev.primacy.core.settings.WatchSettings;
import dev.primacy.core.vitals.Vitals;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.spi.StoreStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** Without an engine: standalone, switched off, or of no use to the application. */
final class QuietRuntime implements ConfiguredRuntime, QuietGroups.Surroundings {
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);
  private static final Duration LAST_LINES = Duration.ofSeconds(2);

  private final RuntimeSetup setup;
  private final Settings settings;
  private final Memberships memberships;
  private final NodeId self;
  private final Lanes lanes;
  private final Lane lane;
  private final Scribe scribe;
  private final Deliveries deliveries;
  private final GroupEvents events;
  private final QuietGroups dynamicGroups;
  private final Chronicle chronicle;
  private final Timers timers;
  private final QuietNodes nodes;
  private final QuietSurroundings surroundings;
  private final NodeWatches watches;
  private final LiveMonitors monitors;
  private final Exchange exchange;
  private final Facets facets;
  private final RelayState relayState = new RelayState();
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();

  QuietRuntime(RuntimeSetup setup, Settings settings) {
    this.setup = setup;
    this.settings = settings;
    this.self = new NodeId(settings.node().name(), UUID.randomUUID());
    this.nodes = new QuietNodes(self, settings.node(), setup.clocks(), settings.timing().lease());
    this.surroundings = new QuietSurroundings(settings, nodes, closed::get);
    this.memberships = new Memberships(settings, this::membershipOf);
    Foundry foundry = new Foundry(setup, settings, Integer.MAX_VALUE);
    this.lanes = foundry.lanes(1);
    this.lane = lanes.lane(Settings.STANDALONE_GROUP, Integer.MAX_VALUE);
    this.scribe = foundry.scribe();
    this.chronicle = HistorySetup.chronicle(setup, settings, (group, task) -> lane.add(task));
    this.deliveries = new Deliveries(chronicle, setup.clocks(), () -> self, lanes, scribe);
    this.timers = foundry.timers();
    this.watches = foundry.watches(nodes, timers, scribe, deliveries);
    this.monitors = MonitorFeed.monitors(setup, settings, MonitorSource.none(setup.clocks()));
    this.events = events(Settings.STANDALONE_GROUP);
    this.exchange = foundry.exchange(lanes, deliveries, scribe, key -> {});
    this.dynamicGroups = new QuietGroups(memberships, settings.mode() == Mode.CLUSTERED, this);
    this.facets = made();
  }

  private Vitals.Phase phase() {
    if (closed.get()) {
      return Vitals.Phase.CLOSED;
    }
    return started.get() ? Vitals.Phase.RUNNING : Vitals.Phase.NEW;
  }

  private Facets made() {
    QuietGround ground = new QuietGround(this, () -> started.get() && !closed.get());
    LocalControl control =
        new LocalControl(ground, settings.values().text("primacy.control.secret"));
    return new Facets(
        settings,
        memberships,
        dynamicGroups,
        control,
        new LocalGroupAdmin(settings, dynamicGroups, control, new Preconfigured()),
        watches,
        monitors,
        new QuietVitals(this, lane, this::phase));
  }

  private GroupEvents events(String group) {
    return new GroupEvents(group, () -> self, setup.clocks());
  }

  private GroupMembership membershipOf(String group) {
    GroupMembership membership =
        new GroupMembership(
            group,
            () -> self,
            setup.clocks(),
            settings.timing().lease(),
            surroundings,
            QuietGround.admits(settings)
                ? new GroupMembership.Start(GroupStanding.STANDALONE, Admission.STANDALONE)
                : new GroupMembership.Start(GroupStanding.LEFT, Admission.CLOSED));
    // without a cluster nothing that is refused is ever let in
    membership.gate().endWaiting();
    return membership;
  }

  @Override
  public void start() {
    if (!started.compareAndSet(false, true)) {
      return;
    }
    QuietGround.log(setup, settings);
    if (speaks()) {
      HistorySetup.start(settings, timers, this);
    }
    tell(initial(events, RoleChangeCause.STARTED));
    dynamicGroups.start();
    if (settings.mode() == Mode.CLUSTERED) {
      watches.end();
    }
    nodes.start(settings.mode());
    monitors.open();
    if (speaks()) {
      WatchSettings watched = WatchSettings.of(settings.values());
      new Pulse(deliveries).start(watched, timers, well -> well.accept(true));
    }
  }

  private static ClusterEvent initial(GroupEvents events, RoleChangeCause cause) {
    return events.changed(
        Optional.empty(), NodeRole.NOT_IN_GROUP, GroupStanding.STANDALONE, Optional.empty(), cause);
  }

  @Override
  public GroupMembership joined(String group) {
    return membershipOf(group);
  }

  @Override
  public void tellJoined(String group) {
    tell(initial(events(group), RoleChangeCause.JOINED));
  }

  @Override
  public void left(GroupMembership membership, boolean told) {
    close(membership);
    if (told) {
      tell(
          events(membership.group())
              .standing(GroupStanding.STANDALONE, GroupStanding.LEFT, RoleChangeCause.LEFT));
    }
  }

  private boolean speaks() {
    return settings.mode() == Mode.STANDALONE && setup.usage().observed();
  }

  private void tell(ClusterEvent event) {
    if (speaks()) {
      lane.add(() -> deliveries.deliver(lane, event));
    }
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    monitors.close();
    timers.abandon();
    watches.end();
    dynamicGroups.close();
    memberships.all().forEach(QuietRuntime::close);
    if (started.get()) {
      chronicle.stopping();
      tell(events.standing(GroupStanding.STANDALONE, GroupStanding.LEFT, RoleChangeCause.SHUTDOWN));
    }
    try {
      watches.awaitEnd(LAST_WORDS);
      monitors.awaitEnd(LAST_WORDS);
      lanes.close(LAST_WORDS);
      scribe.close(LAST_LINES);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(GroupMembership membership) {
    membership.gate().publish(Admission.CLOSED);
    membership.show(membership.picture().with(GroupStanding.LEFT));
  }

  @Override
  public Facets facets() {
    return facets;
  }

  @Override
  public Deliveries deliveries() {
    return deliveries;
  }

  @Override
  public Exchange exchange() {
    return exchange;
  }

  @Override
  public Chronicle chronicle() {
    return chronicle;
  }

  @Override
  public Optional<String> engine() {
    return Optional.empty();
  }

  @Override
  public RelayState relayState() {
    return relayState;
  }

  @Override
  public StoreStatus storeStatus() {
    return StoreStatus.UNKNOWN;
  }
}
