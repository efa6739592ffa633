package dev.primacy.admin;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.Membership;
import dev.primacy.NodeAttributes;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.NotPrimaryException;
import dev.primacy.Refusal;
import dev.primacy.RefusalReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/** The view of a {@link FakeGroup}. */
final class FakeMembership implements Membership {
  private final FakeGroup group;

  FakeMembership(FakeGroup group) {
    this.group = group;
  }

  @Override
  public String group() {
    return group.name;
  }

  @Override
  public NodeId node() {
    return FakeGroup.N1.id();
  }

  @Override
  public NodeRole role() {
    if (group.broken) {
      throw new IllegalStateException("broken");
    }
    return group.role;
  }

  @Override
  public GroupStanding standing() {
    return group.standing;
  }

  @Override
  public Optional<FencingToken> token() {
    return isPrimary() ? Optional.of(FakeGroup.TOKEN) : Optional.empty();
  }

  @Override
  public Optional<ClusterNode> primary() {
    return group.primary;
  }

  @Override
  public List<ClusterNode> nodes() {
    return FakeGroup.NODES;
  }

  @Override
  public FencingToken requirePrimary() {
    boolean readOnly = group.readOnly.isReadOnly();
    if (role() != NodeRole.PRIMARY || readOnly) {
      RefusalReason reason = readOnly ? RefusalReason.READ_ONLY : RefusalReason.NOT_PRIMARY;
      throw new NotPrimaryException(
          "PRIMACY-2001: refused",
          new Refusal(
              group.name,
              node(),
              group.role,
              group.standing,
              reason,
              Optional.empty(),
              OptionalLong.empty(),
              Duration.ZERO));
    }
    return FakeGroup.TOKEN;
  }

  @Override
  public Duration remaining() {
    return Duration.ZERO;
  }

  @Override
  public CompletionStage<Void> attributes(NodeAttributes attributes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletionStage<Void> stepDown() {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletionStage<Void> switchover(String nodeName) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletionStage<Void> switchover(NodeId node) {
    throw new UnsupportedOperationException();
  }
}
