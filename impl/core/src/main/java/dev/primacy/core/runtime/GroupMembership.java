package dev.primacy.core.runtime;

import static java.util.Objects.requireNonNull;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.Membership;
import dev.primacy.NodeAttributes;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.NotPrimaryException;
import dev.primacy.SwitchoverException;
import dev.primacy.core.CoreMessages;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.gate.LeaseGate;
import dev.primacy.core.gate.RefusalFacts;
import dev.primacy.core.vitals.GroupVitals;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The view of one group: what the gate says, and a picture of the rest. */
final class GroupMembership implements Membership, RefusalFacts {
  private static final String UNNAMED_CODE = "this code";

  private final Supplier<NodeId> self;
  private final Clocks clocks;
  private final Duration patience;
  private final Surroundings surroundings;
  private final LeaseGate gate;

  // written by the lease thread only
  private volatile GroupPicture picture;

  private final GroupTally tally = new GroupTally();

  /** What a view asks of its runtime. */
  interface Surroundings {
    List<ClusterNode> nodes(String group);

    /** The same node as it describes itself now; empty if it is gone. */
    default Optional<ClusterNode> live(ClusterNode seen) {
      return Optional.of(seen);
    }

    CompletionStage<Void> stepDown(String group);

    CompletionStage<Void> switchover(GroupMembership asked, Successor successor);

    /** Of the node, whichever group is asked. */
    CompletionStage<Void> publish(NodeAttributes attributes);
  }

  GroupMembership(
      String group,
      Supplier<NodeId> self,
      Clocks clocks,
      Duration patience,
      Surroundings surroundings,
      Start start) {
    this.self = self;
    this.clocks = clocks;
    this.patience = patience;
    this.surroundings = surroundings;
    this.picture = GroupPicture.of(start.standing());
    this.gate = new LeaseGate(group, clocks, this, start.admission());
  }

  /** What a view starts with. */
  record Start(GroupStanding standing, Admission admission) {}

  LeaseGate gate() {
    return gate;
  }

  GroupPicture picture() {
    return picture;
  }

  void show(GroupPicture next) {
    picture = next;
  }

  /** What is counted of the group. */
  GroupTally tally() {
    return tally;
  }

  /** What is known of the group was looked at anew; on the lease thread. */
  void looked() {
    tally.seen(standing(), primary().isPresent(), clocks.nanos());
  }

  GroupVitals vitals() {
    return new GroupVitals(
        group(),
        role(),
        standing(),
        latestTerm(),
        remaining(),
        primaryId(),
        tally.unavailable(clocks.nanos()),
        tally.transitions(),
        gate.counts());
  }

  @Override
  public String group() {
    return gate.group();
  }

  @Override
  public NodeId node() {
    return self.get();
  }

  @Override
  public NodeRole role() {
    Admission now = gate.check(0);
    if (now != null && now.token() != null) {
      return NodeRole.PRIMARY;
    }
    GroupStanding standing = standing();
    return standing == GroupStanding.STANDALONE || standing == GroupStanding.LEFT
        ? NodeRole.NOT_IN_GROUP
        : NodeRole.SECONDARY;
  }

  @Override
  public GroupStanding standing() {
    return picture.standing();
  }

  @Override
  public Optional<FencingToken> token() {
    Admission now = gate.check(0);
    return now == null ? Optional.empty() : Optional.ofNullable(now.token());
  }

  /** As it describes itself now: it may have changed since it took the group, or be gone. */
  @Override
  public Optional<ClusterNode> primary() {
    return picture.primary().flatMap(surroundings::live);
  }

  @Override
  public List<ClusterNode> nodes() {
    return surroundings.nodes(group());
  }

  @Override
  public FencingToken requirePrimary() {
    Admission now = gate.check(0);
    if (now == null || now.readOnly()) {
      throw gate.refuse(UNNAMED_CODE);
    }
    FencingToken token = now.token();
    if (token == null) {
      String message = CoreMessages.MESSAGES.noTokenStandalone(group());
      throw new NotPrimaryException(message, gate.refusal());
    }
    return token;
  }

  @Override
  public Duration remaining() {
    Admission now = gate.check(0);
    if (now == null || now.token() == null) {
      return Duration.ZERO;
    }
    Duration byWall = Duration.ofMillis(now.millisDeadline() - clocks.millis());
    Duration byNanos = Duration.ofNanos(now.nanosDeadline() - clocks.nanos());
    Duration left = byWall.compareTo(byNanos) < 0 ? byWall : byNanos;
    return left.isNegative() ? Duration.ZERO : left;
  }

  @Override
  public CompletionStage<Void> stepDown() {
    // a stay that is over must not step down for a later one in the same group
    return standing() == GroupStanding.LEFT
        ? CompletableFuture.completedFuture(null)
        : surroundings.stepDown(group());
  }

  @Override
  public CompletionStage<Void> switchover(String nodeName) {
    return switchover(Successor.called(nodeName));
  }

  @Override
  public CompletionStage<Void> switchover(NodeId node) {
    return switchover(Successor.of(node));
  }

  @Override
  public CompletionStage<Void> attributes(NodeAttributes attributes) {
    return surroundings.publish(requireNonNull(attributes, "attributes"));
  }

  private CompletionStage<Void> switchover(Successor successor) {
    return standing() == GroupStanding.LEFT
        ? CompletableFuture.failedStage(notPrimary(successor))
        : surroundings.switchover(this, successor);
  }

  /** What whoever asks for a switchover hears where there is nothing to hand over. */
  SwitchoverException notPrimary(Successor successor) {
    Optional<NodeId> primary = primaryId();
    String known =
        standing() + ", " + primary.map(p -> "primary: " + p.name()).orElse("no primary known");
    return new SwitchoverException(
        CoreMessages.MESSAGES.switchoverBySecondary(group(), known, successor.shown()),
        SwitchoverException.Reason.NOT_PRIMARY,
        primary);
  }

  // what a refusal tells

  @Override
  public Optional<NodeId> primaryId() {
    return picture.primaryId();
  }

  @Override
  public OptionalLong latestTerm() {
    return picture.latestTerm();
  }

  @Override
  public Duration patience() {
    return patience;
  }
}
