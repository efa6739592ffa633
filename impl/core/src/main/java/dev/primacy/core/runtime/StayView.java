package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.Membership;
import dev.primacy.NodeAttributes;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The view of one stay in a group. The group's own view serves every stay in it; this one ends with
 * its stay.
 */
final class StayView implements Membership {

  // waiting, then the group's, then one that has left
  private volatile Membership target;

  StayView(Membership target) {
    this.target = target;
  }

  void show(Membership next) {
    target = next;
  }

  @Override
  public String group() {
    return target.group();
  }

  @Override
  public NodeId node() {
    return target.node();
  }

  @Override
  public NodeRole role() {
    return target.role();
  }

  @Override
  public GroupStanding standing() {
    return target.standing();
  }

  @Override
  public Optional<FencingToken> token() {
    return target.token();
  }

  @Override
  public Optional<ClusterNode> primary() {
    return target.primary();
  }

  @Override
  public List<ClusterNode> nodes() {
    return target.nodes();
  }

  @Override
  public FencingToken requirePrimary() {
    return target.requirePrimary();
  }

  @Override
  public Duration remaining() {
    return target.remaining();
  }

  @Override
  public CompletionStage<Void> attributes(NodeAttributes attributes) {
    return target.attributes(attributes);
  }

  @Override
  public CompletionStage<Void> stepDown() {
    return target.stepDown();
  }

  @Override
  public CompletionStage<Void> switchover(String nodeName) {
    return target.switchover(nodeName);
  }

  @Override
  public CompletionStage<Void> switchover(NodeId node) {
    return target.switchover(node);
  }

  @Override
  public String toString() {
    return "Membership of " + group() + ": " + role() + ", " + standing();
  }
}
