package dev.primacy.admin;

import dev.primacy.ClusterNode;
import dev.primacy.NodeRole;
import dev.primacy.control.ControlError;
import dev.primacy.control.GroupControl;
import dev.primacy.control.GroupDetails;
import dev.primacy.control.ReadOnlyState;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Commands for a {@link FakeGroup}. */
record FakeGroupControl(
    FakeControl control, FakeController from, FakeGroup target, Optional<String> expected)
    implements GroupControl {

  @Override
  public String group() {
    return target.name;
  }

  @Override
  public GroupControl expecting(String version) {
    return new FakeGroupControl(control, from, target, Optional.of(version));
  }

  private CompletionStage<GroupDetails> give(String what, Runnable effect) {
    if (!from.isInCommand()) {
      return CompletableFuture.failedFuture(FakeControl.error(ControlError.CONTROL_LOST));
    }
    if (expected.filter(version -> !version.equals("v/" + target.version.get())).isPresent()) {
      return CompletableFuture.failedFuture(FakeControl.error(ControlError.STALE_VERSION));
    }
    return control.command(
        what + " " + target.name,
        () -> {
          effect.run();
          target.version.incrementAndGet();
          return target.details();
        });
  }

  private CompletionStage<Void> order(String what, Runnable effect) {
    return give(what, effect).thenRun(() -> {});
  }

  private void goes(String node) {
    ClusterNode next = node.equals("n1") ? FakeGroup.N1 : FakeGroup.N2;
    target.goesTo(next);
  }

  @Override
  public CompletionStage<Void> bePrimary() {
    return order("be-primary", () -> goes("n1"));
  }

  @Override
  public CompletionStage<Void> beSecondary(String primary) {
    return order("be-secondary of " + primary, () -> goes(primary));
  }

  @Override
  public CompletionStage<Void> beNone() {
    return order("be-none", () -> goes("n2"));
  }

  @Override
  public CompletionStage<Void> beRelay() {
    return order("be-relay", () -> {});
  }

  @Override
  public CompletionStage<Void> promote(String node) {
    return order("promote " + node, () -> goes(node));
  }

  @Override
  public CompletionStage<Void> switchover(String node) {
    return order("switchover " + node, () -> goes(node));
  }

  @Override
  public CompletionStage<Void> stepDown() {
    return target.role == NodeRole.PRIMARY
        ? order("step-down", () -> goes("n2"))
        : CompletableFuture.failedFuture(FakeControl.error(ControlError.BAD_STATE));
  }

  @Override
  public CompletionStage<Void> failover() {
    return switch (target.role) {
      case PRIMARY -> stepDown();
      case SECONDARY -> bePrimary();
      case NOT_IN_GROUP ->
          CompletableFuture.failedFuture(FakeControl.error(ControlError.BAD_STATE));
    };
  }

  @Override
  public CompletionStage<GroupDetails> freeze(boolean frozen) {
    return give("freeze " + frozen, () -> target.frozen = frozen);
  }

  @Override
  public CompletionStage<GroupDetails> readOnly(boolean readOnly) {
    return give(
        "read-only " + readOnly, () -> target.readOnly = new ReadOnlyState(readOnly, false));
  }

  @Override
  public CompletionStage<Void> declareDead(String node) {
    return order("declare-dead " + node, () -> {});
  }
}
