package dev.primacy.core.runtime;

import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.core.CoreLog;
import dev.primacy.core.CoreMessages;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.schedule.FiringClaims;
import dev.primacy.core.schedule.StoredClaims;
import dev.primacy.core.settings.SettingText;
import dev.primacy.core.settings.Settings;
import dev.primacy.core.vitals.Vitals;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.spi.MessengerException;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Takes part in a cluster. */
final class ClusterRuntime implements ConfiguredRuntime {

  private enum State {
    NEW,
    RUNNING,
    CLOSED
  }

  private final RuntimeSetup setup;
  private final Settings settings;
  private final Incarnations incarnations;
  private final Memberships memberships;
  private final Machinery machinery;
  private final ClusterGroups dynamicGroups;
  private final Chronicle chronicle;
  private final Facets facets;
  private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
  private final ClusterSurroundings surroundings;
  private final CountDownLatch gone = new CountDownLatch(1);

  /**
   * Makes a runtime.
   *
   * @param eventLimit how many events of a group may wait before the group is given up
   */
  ClusterRuntime(RuntimeSetup setup, Settings settings, int eventLimit) {
    this.setup = setup;
    this.settings = settings;
    this.incarnations = new Incarnations(settings, setup.execution());
    this.chronicle = HistorySetup.chronicle(setup, settings, this::onLane);
    this.machinery = new Machinery(setup.withSink(chronicle), settings, incarnations, eventLimit);
    this.surroundings = new ClusterSurroundings(machinery, this::isRunning, this::isClosed);
    this.memberships = new Memberships(settings, this::membershipOf);
    Preconfigured preconfigured = new Preconfigured();
    this.dynamicGroups =
        new ClusterGroups(
            settings,
            memberships,
            preconfigured,
            this::view,
            new Attendance(machinery, this::view));
    this.facets = made(preconfigured);
  }

  private Facets made(Preconfigured preconfigured) {
    ControlGround ground = new ControlGround(machinery, this::isRunning, dynamicGroups);
    LocalControl control =
        new LocalControl(ground, settings.values().text("primacy.control.secret"));
    return new Facets(
        settings,
        memberships,
        dynamicGroups,
        control,
        new LocalGroupAdmin(settings, dynamicGroups, control, preconfigured),
        machinery.onlookers.watches(),
        machinery.onlookers.monitors(),
        new ClusterVitals(machinery, this, this::phase));
  }

  private Vitals.Phase phase() {
    return switch (state.get()) {
      case NEW -> Vitals.Phase.NEW;
      case RUNNING -> Vitals.Phase.RUNNING;
      case CLOSED -> Vitals.Phase.CLOSED;
    };
  }

  private boolean isRunning() {
    return state.get() == State.RUNNING;
  }

  private boolean isClosed() {
    return state.get() == State.CLOSED;
  }

  private void onLane(String group, Runnable task) {
    machinery.onLane(group, task);
  }

  private GroupMembership membershipOf(String group) {
    boolean later = settings.group(group).later();
    return view(group, later ? GroupStanding.LEFT : GroupStanding.JOINING);
  }

  private GroupMembership view(String group, GroupStanding standing) {
    return new GroupMembership(
        group,
        incarnations,
        setup.clocks(),
        settings.timing().lease(),
        surroundings,
        new GroupMembership.Start(standing, Admission.CLOSED));
  }

  @Override
  public void start() {
    if (!state.compareAndSet(State.NEW, State.RUNNING)) {
      if (state.get() == State.CLOSED) {
        throw new PrimacyStartException(CoreMessages.MESSAGES.closedAlready());
      }
      return;
    }
    open();
    HistorySetup.start(settings, machinery.timers, this);
    machinery.start(dynamicGroups::names);
    machinery.onlookers.monitors().open();
    machinery.loop.post(this::join);
    dynamicGroups.started();
    CoreLog.LOG.started(
        setup.application(),
        incarnations.get().toString(),
        settings.cluster(),
        GroupNames.shown(groups(), ","),
        engine().orElse(""),
        SettingText.show(settings.timing().lease()));
  }

  private void open() {
    try {
      machinery.open();
      HistorySetup.openArchive(setup, settings, chronicle);
    } catch (StoreException | MessengerException unusable) {
      state.set(State.CLOSED);
      leaveUnseen();
      machinery.abandon();
      gone.countDown();
      throw PrimacyStartException.unusable(engine().orElse(""), unusable);
    }
  }

  private void join() {
    settings.groups().stream()
        .filter(group -> !group.later())
        .map(group -> machinery.add(memberships.get(group.name()), group))
        .forEach(cycle -> cycle.start(RoleChangeCause.STARTED));
    machinery.driver.start();
  }

  @Override
  public void close() {
    State before = state.getAndSet(State.CLOSED);
    if (before == State.CLOSED) {
      awaitGone();
      return;
    }
    memberships.all().forEach(membership -> membership.gate().endWaiting());
    machinery.onlookers.monitors().close();
    dynamicGroups.close();
    try {
      if (before == State.NEW) {
        leaveUnseen();
        machinery.abandon();
      } else {
        new Departure(machinery, setup.clocks(), chronicle).run();
        dynamicGroups.closed();
      }
    } finally {
      gone.countDown();
    }
  }

  /** Whoever stops the application must not pull what it needs from under a hand-over. */
  private void awaitGone() {
    try {
      gone.await();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private void leaveUnseen() {
    for (GroupMembership membership : memberships.all()) {
      membership.show(membership.picture().with(GroupStanding.LEFT));
    }
    dynamicGroups.close();
    dynamicGroups.closed();
  }

  @Override
  public Facets facets() {
    return facets;
  }

  @Override
  public Deliveries deliveries() {
    return machinery.deliveries;
  }

  @Override
  public Exchange exchange() {
    return machinery.exchange;
  }

  @Override
  public Chronicle chronicle() {
    return chronicle;
  }

  @Override
  public boolean holds(String group, FencingToken token) {
    RecordStore store = machinery.keeper.store();
    return Succession.isHeld(store, group, token, incarnations.get().incarnation());
  }

  @Override
  public FiringClaims claims(String group, String schedule) {
    return new StoredClaims(machinery.keeper::store, this::holds, group, schedule);
  }

  @Override
  public RelayState relayState() {
    return machinery.relayState;
  }

  @Override
  public Optional<RelaySource> relaySource() {
    return Optional.of(new OwnStore(settings, machinery.keeper));
  }

  @Override
  public StoreStatus storeStatus() {
    return machinery.keeper.status();
  }
}
