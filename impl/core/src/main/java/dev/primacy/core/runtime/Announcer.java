package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.NodeRole;
import dev.primacy.core.dispatch.Lane;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeRoleChanging;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.event.StandingChanged;
import dev.primacy.event.Transition;
import java.util.Optional;
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
  private @Nullable Fall fall;
  private boolean overflowed;

  /** A loss of the role that is not announced yet. */
  private record Fall(FencingToken token, RoleChangeCause cause) {}

  Announcer(GroupMembership membership, GroupEvents events, Lane lane, CycleTools tools) {
    this.membership = membership;
    this.events = events;
    this.lane = lane;
    this.tools = tools;
  }

  void started(RoleChangeCause cause) {
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

  void left(RoleChangeCause cause) {
    announceFall();
    announce(
        events.changed(
            Optional.of(role), NodeRole.NOT_IN_GROUP, GroupStanding.LEFT, Optional.empty(), cause));
  }

  /** Has something done on the lease thread once all that was announced was delivered. */
  void afterwards(Runnable step) {
    lane.add(() -> tools.loop().post(step));
  }

  /** Announces what a batch of actions came to. */
  void endOfBatch() {
    announceFall();
    announceStanding();
    announcePrimary();
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
      StandingChanged event = events.standing(standing, now);
      standing = now;
      tools.transcript().standing(event, standingCause);
      deliver(event);
    }
  }

  private void announcePrimary() {
    GroupPicture picture = membership.picture();
    Optional<ClusterNode> now = picture.primary();
    boolean same = now.map(ClusterNode::id).equals(primary.map(ClusterNode::id));
    if (!same && role != NodeRole.NOT_IN_GROUP && !lane.isFull()) {
      Optional<FencingToken> token = now.isPresent() ? picture.latest() : Optional.empty();
      ClusterEvent event = events.primary(primary, now, token);
      primary = now;
      deliver(event);
    }
  }

  private void announce(NodeRoleChanged event) {
    role = event.current();
    standing = event.standing();
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
