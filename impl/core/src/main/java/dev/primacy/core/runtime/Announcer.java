package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.NodeRole;
import dev.primacy.control.ControlError;
import dev.primacy.control.ReadOnlyState;
import dev.primacy.core.dispatch.Lane;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.GroupAltered;
import dev.primacy.event.NodeLeftCause;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeRoleChanging;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.event.StandingChanged;
import dev.primacy.event.Transition;
import dev.primacy.spi.RecordVersion;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the observers of one group what became of it, and knows what they were told last. On the
 * lease thread; delivery is on the group's lane.
 */
final class Announcer {
  private final GroupMembership membership;
  private final GroupEvents events;
  private final Lane lane;
  private final CycleTools tools;

  private NodeRole role = NodeRole.SECONDARY;
  private GroupStanding standing = GroupStanding.JOINING;
  private RoleChangeCause standingCause = RoleChangeCause.STARTED;
  private Optional<ClusterNode> primary = Optional.empty();
  private final Following following = new Following();
  private ReadOnlyState readOnly = ReadOnlyState.WRITABLE;
  private ReadOnlyState readOnlySeen = ReadOnlyState.WRITABLE;
  private final GroupNews news;
  private @Nullable Fall fall;
  private boolean overflowed;

  /** A loss of the role that is not announced yet. */
  private record Fall(FencingToken token, RoleChangeCause cause) {}

  Announcer(GroupMembership membership, GroupEvents events, Lane lane, CycleTools tools) {
    this.membership = membership;
    this.events = events;
    this.news = new GroupNews(events);
    this.lane = lane;
    this.tools = tools;
  }

  /** How many tasks of delivery wait. */
  int waiting() {
    return lane.waiting();
  }

  void started(RoleChangeCause cause) {
    membership.looked();
    announce(
        events.changed(
            Optional.empty(), NodeRole.SECONDARY, GroupStanding.JOINING, Optional.empty(), cause));
  }

  /** Whether so many events wait already that no new role can be taken on. */
  boolean isOverrun() {
    return lane.isFull();
  }

  /**
   * Announces a change to come.
   *
   * @param outcome gets what went wrong, or null, on the lease thread
   */
  void changing(
      NodeRole to,
      FencingToken token,
      RoleChangeCause cause,
      Transition transition,
      Consumer<@Nullable String> outcome) {
    NodeRoleChanging event = events.changing(role, to, token, cause, transition);
    lane.add(
        () -> {
          DeliveryReport report = tools.deliveries().deliver(lane, event);
          String problem = report.failures().isEmpty() ? null : describe(report);
          tools.loop().post(() -> outcome.accept(problem));
        });
  }

  private static String describe(DeliveryReport report) {
    DeliveryReport.Failure first = report.failures().get(0);
    return "observer " + first.observer() + " threw " + first.failure();
  }

  void rose(FencingToken token) {
    announce(
        events.changed(
            Optional.of(role),
            NodeRole.PRIMARY,
            membership.standing(),
            Optional.of(token),
            RoleChangeCause.ACQUIRED));
  }

  /** Not announced at once: a loss and the standing that explains it are one change. */
  void fell(FencingToken token, RoleChangeCause cause) {
    if (role == NodeRole.PRIMARY) {
      fall = new Fall(token, cause);
    }
  }

  void because(RoleChangeCause cause) {
    standingCause = cause;
  }

  /** This node has the state of a primary it is about to follow. */
  void initialized(ClusterNode following, boolean byCopy) {
    deliver(events.initialized(following, byCopy));
  }

  /** What came of being told to follow. */
  void joinResult(String following, Optional<ControlError> error) {
    deliver(events.joinResult(following, error));
  }

  void left(RoleChangeCause cause) {
    announceFall();
    announce(
        events.changed(
            Optional.of(role), NodeRole.NOT_IN_GROUP, GroupStanding.LEFT, Optional.empty(), cause));
  }

  /** A node that held the group is gone. */
  void gone(UUID incarnation, NodeLeftCause cause) {
    following.gone(incarnation, cause);
  }

  /** The group's record as the store shows it. */
  void seen(RecordVersion version, @Nullable GroupRecord record) {
    news.seen(version, record);
    if (record != null) {
      readOnlySeen = record.readOnlyState();
    }
  }

  /** Records are of another format; completes when that is told, or nobody is told anything. */
  CompletableFuture<Void> formatAltered(String detail) {
    CompletableFuture<Void> told = new CompletableFuture<>();
    if (role == NodeRole.NOT_IN_GROUP) {
      told.complete(null);
    } else {
      deliver(events.altered(GroupAltered.Alteration.FORMAT, detail));
      lane.add(() -> told.complete(null));
    }
    return told;
  }

  /** Runs something on the group's lane, after what was announced. */
  void onLane(Runnable task) {
    lane.add(task);
  }

  /** Has what exists on the primary alone given up on the lane, then something done here. */
  void tenureEnds(Runnable then) {
    lane.add(
        () -> {
          tools.deliveries().tenureEnds(membership.group());
          tools.loop().post(then);
        });
  }

  /** Has something done on the lease thread once all that was announced was delivered. */
  void afterwards(Runnable step) {
    lane.add(() -> tools.loop().post(step));
  }

  /** Announces what a batch of actions came to. */
  void endOfBatch() {
    membership.looked();
    announceFall();
    announceStanding();
    if (role != NodeRole.NOT_IN_GROUP && !lane.isFull()) {
      news.take().forEach(this::deliver);
      announceLoss();
      announcePrimary();
      announceReadOnly();
    }
  }

  void announceFall() {
    Fall fallen = fall;
    if (fallen != null) {
      fall = null;
      announce(
          events.changed(
              Optional.of(role),
              NodeRole.SECONDARY,
              membership.standing(),
              Optional.of(fallen.token()),
              fallen.cause()));
    }
  }

  /** Left for the next batch if the lane is full: only role events are told at any price. */
  private void announceStanding() {
    GroupStanding now = membership.standing();
    if (now != standing && role != NodeRole.NOT_IN_GROUP && !lane.isFull()) {
      StandingChanged event = events.standing(standing, now, standingCause);
      standing = now;
      tools.transcript().standing(event, standingCause);
      deliver(event);
    }
  }

  private void announceLoss() {
    Optional<ClusterNode> other =
        membership.picture().primary().filter(p -> !p.id().equals(membership.node()));
    boolean suspended = membership.standing() == GroupStanding.SUSPENDED;
    if (suspended && standingCause == RoleChangeCause.OPERATOR) {
      following.stop();
      return;
    }
    Following.Loss loss = following.now(other, suspended && Following.isCutOff(standingCause));
    if (loss != null) {
      deliver(events.primaryLost(loss.primary(), loss.reason()));
    }
  }

  private void announceReadOnly() {
    if (!readOnlySeen.equals(readOnly)) {
      ReadOnlyState before = readOnly;
      readOnly = readOnlySeen;
      deliver(events.readOnly(before, readOnly));
    }
  }

  private void announcePrimary() {
    GroupPicture picture = membership.picture();
    Optional<ClusterNode> now = picture.primary();
    boolean same = now.map(ClusterNode::id).equals(primary.map(ClusterNode::id));
    if (!same) {
      Optional<FencingToken> token = now.isPresent() ? picture.latest() : Optional.empty();
      ClusterEvent event = events.primary(primary, now, token);
      primary = now;
      deliver(event);
    }
  }

  private void announce(NodeRoleChanged event) {
    role = event.current();
    standing = event.standing();
    membership.tally().changed(event);
    membership.looked();
    tools.transcript().changed(event);
    deliver(event);
  }

  private void deliver(ClusterEvent event) {
    lane.add(() -> tools.deliveries().deliver(lane, event));
  }

  /** Whether the lane became full; true once per overflow. */
  boolean overflows() {
    boolean full = lane.isFull();
    boolean newly = full && !overflowed;
    overflowed = full;
    if (newly) {
      tools.transcript().overflowed(lane);
      tools.deliveries().overflowed(lane);
    }
    return newly;
  }
}
