package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.Groups;
import dev.primacy.core.CoreLog;
import dev.primacy.core.CoreMessages;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.schedule.FiringClaims;
import dev.primacy.core.schedule.StoredClaims;
import dev.primacy.core.settings.GroupSettings;
import dev.primacy.core.settings.SettingText;
import dev.primacy.core.settings.Settings;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
  private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
  private final CountDownLatch gone = new CountDownLatch(1);

  /**
   * Makes a runtime.
   *
   * @param eventLimit how many events of a group may wait before the group is given up
   */
  ClusterRuntime(RuntimeSetup setup, Settings settings, int eventLimit) {
    this.setup = setup;
    this.settings = settings;
    this.incarnations = new Incarnations(settings);
    this.memberships = new Memberships(settings, this::membershipOf);
    this.machinery = new Machinery(setup, settings, incarnations, eventLimit);
    this.dynamicGroups =
        new ClusterGroups(settings, memberships, this::view, new Attendance(machinery, this::view));
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
        this,
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
    machinery.start();
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
      machinery.keeper.open();
    } catch (StoreException unusable) {
      state.set(State.CLOSED);
      leaveUnseen();
      machinery.abandon();
      gone.countDown();
      String message = String.valueOf(unusable.getMessage());
      throw new PrimacyStartException(
          message.startsWith("PRIMACY-")
              ? message
              : CoreMessages.MESSAGES.engineFailed(engine().orElse(""), message),
          unusable);
    }
  }

  private void join() {
    List<GroupSettings> groups =
        settings.groups().stream().filter(group -> !group.later()).toList();
    for (GroupSettings group : groups) {
      GroupMembership membership = memberships.get(group.name());
      machinery.add(membership, group.policy()).start(RoleChangeCause.STARTED);
    }
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
    dynamicGroups.close();
    try {
      if (before == State.NEW) {
        leaveUnseen();
      } else {
        new Departure(machinery, setup.clocks()).run();
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
  public Groups dynamicGroups() {
    return dynamicGroups;
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public Memberships memberships() {
    return memberships;
  }

  @Override
  public Optional<String> engine() {
    return settings.engine().map(engine -> engine.name());
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
  public StoreStatus storeStatus() {
    return machinery.keeper.status();
  }

  @Override
  public List<ClusterNode> nodes(String group) {
    return machinery.view.nodes(group);
  }

  @Override
  public CompletionStage<Void> stepDown(String group) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    if (state.get() != State.RUNNING) {
      done.complete(null);
      return done;
    }
    machinery.loop.post(() -> machinery.stepDown(group, done));
    return done.minimalCompletionStage();
  }

  @Override
  public CompletionStage<Void> switchover(GroupMembership asked, Successor successor) {
    if (state.get() != State.RUNNING) {
      return CompletableFuture.failedStage(asked.notPrimary(successor));
    }
    CompletableFuture<Void> done = new CompletableFuture<>();
    machinery.loop.post(() -> machinery.switchover(asked, successor, done));
    return done.minimalCompletionStage();
  }
}
