package dev.primacy.cdi;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.InGroup;
import dev.primacy.Membership;
import dev.primacy.NodeAttributes;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import jakarta.enterprise.inject.spi.CDI;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The view as it is injected: no client proxy, which would cost more than the answer, and yet
 * serializable, for beans that a server may passivate.
 */
final class InjectedMembership implements Membership, Serializable {
  private static final long serialVersionUID = 1L;

  private final String group;
  private final transient Membership view;

  InjectedMembership(String group, Membership view) {
    this.group = group;
    this.view = view;
  }

  /** The view of the application that reads it back, which may be another start of it. */
  private Object readResolve() {
    return CDI.current().select(Membership.class, InGroup.Literal.of(group)).get();
  }

  @Override
  public String group() {
    return group;
  }

  @Override
  public NodeId node() {
    return view.node();
  }

  @Override
  public NodeRole role() {
    return view.role();
  }

  @Override
  public GroupStanding standing() {
    return view.standing();
  }

  @Override
  public boolean isPrimary() {
    return view.isPrimary();
  }

  @Override
  public Optional<FencingToken> token() {
    return view.token();
  }

  @Override
  public Optional<ClusterNode> primary() {
    return view.primary();
  }

  @Override
  public List<ClusterNode> nodes() {
    return view.nodes();
  }

  @Override
  public FencingToken requirePrimary() {
    return view.requirePrimary();
  }

  @Override
  public Duration remaining() {
    return view.remaining();
  }

  @Override
  public CompletionStage<Void> attributes(NodeAttributes attributes) {
    return view.attributes(attributes);
  }

  @Override
  public CompletionStage<Void> stepDown() {
    return view.stepDown();
  }

  @Override
  public CompletionStage<Void> switchover(String nodeName) {
    return view.switchover(nodeName);
  }

  @Override
  public CompletionStage<Void> switchover(NodeId node) {
    return view.switchover(node);
  }

  @Override
  public String toString() {
    return "Membership of " + group + ": " + role() + ", " + standing();
  }
}
