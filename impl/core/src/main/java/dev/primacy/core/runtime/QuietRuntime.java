package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.GroupStanding;
import dev.primacy.Groups;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.core.CoreLog;
import dev.primacy.core.dispatch.Lane;
import dev.primacy.core.dispatch.Lanes;
import dev.primacy.core.dispatch.NamedThreads;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.settings.Mode;
import dev.primacy.core.settings.Settings;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.spi.StoreStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/** Without an engine: standalone, switched off, or of no use to the application. */
final class QuietRuntime implements ConfiguredRuntime, QuietGroups.Surroundings {
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);
  private static final Duration LAST_LINES = Duration.ofSeconds(2);

  private final RuntimeSetup setup;
  private final Settings settings;
  private final boolean admits;
  private final Memberships memberships;
  private final NodeId self;
  private final Lanes lanes;
  private final Lane lane;
  private final Scribe scribe;
  private final Deliveries deliveries;
  private final GroupEvents events;
  private final QuietGroups dynamicGroups;
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();

  QuietRuntime(RuntimeSetup setup, Settings settings) {
    this.setup = setup;
    this.settings = settings;
    this.self = new NodeId(settings.node().name(), UUID.randomUUID());
    this.admits = admits(settings);
    this.memberships = new Memberships(settings, this::membershipOf);
    this.lanes = new Lanes(1, new NamedThreads(setup.application(), "events", setup.threads()));
    this.lane = lanes.lane(Settings.STANDALONE_GROUP, Integer.MAX_VALUE);
    this.scribe = new Scribe(new NamedThreads(setup.application(), "log", setup.threads()));
    this.deliveries = new Deliveries(setup.sink(), setup.clocks(), () -> self, lanes, scribe);
    this.events = events(Settings.STANDALONE_GROUP);
    this.dynamicGroups = new QuietGroups(memberships, settings.mode() == Mode.CLUSTERED, this);
  }

  private GroupEvents events(String group) {
    return new GroupEvents(group, () -> self, setup.clocks());
  }

  private static boolean admits(Settings settings) {
    return switch (settings.mode()) {
      case STANDALONE -> true;
      case DISABLED ->
          settings.values().text("primacy.guard.when-disabled").equals(Optional.of("admit"));
      case CLUSTERED -> false;
    };
  }

  private GroupMembership membershipOf(String group) {
    GroupMembership membership =
        new GroupMembership(
            group,
            () -> self,
            setup.clocks(),
            settings.timing().lease(),
            this,
            admits
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
    if (settings.mode() == Mode.DISABLED) {
      CoreLog.LOG.disabled(setup.application(), admits ? "let in" : "refused");
    } else if (settings.mode() == Mode.STANDALONE && setup.usage().guarded()) {
      CoreLog.LOG.standalone(setup.application());
    }
    tell(initial(events, RoleChangeCause.STARTED));
    dynamicGroups.start();
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
      tell(events(membership.group()).standing(GroupStanding.STANDALONE, GroupStanding.LEFT));
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
    dynamicGroups.close();
    memberships.all().forEach(QuietRuntime::close);
    if (started.get()) {
      tell(events.standing(GroupStanding.STANDALONE, GroupStanding.LEFT));
    }
    try {
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
    return Optional.empty();
  }

  @Override
  public StoreStatus storeStatus() {
    return StoreStatus.UNKNOWN;
  }

  @Override
  public List<ClusterNode> nodes(String group) {
    return List.of();
  }

  @Override
  public CompletionStage<Void> stepDown(String group) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> switchover(GroupMembership asked, Successor successor) {
    return CompletableFuture.failedStage(asked.notPrimary(successor));
  }
}
