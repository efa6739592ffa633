package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.NodeAttributes;
import dev.primacy.event.RoleChangeCause;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What applications ask through the view of a group. Any thread asks; whoever waits is told on
 * another one than the lease thread, for their code may block.
 */
final class ClusterSurroundings implements GroupMembership.Surroundings {
  private final Machinery machinery;
  private final BooleanSupplier running;
  private final BooleanSupplier closed;

  ClusterSurroundings(Machinery machinery, BooleanSupplier running, BooleanSupplier closed) {
    this.machinery = machinery;
    this.running = running;
    this.closed = closed;
  }

  @Override
  public List<ClusterNode> nodes(String group) {
    return machinery.view.nodes(group);
  }

  @Override
  public Optional<ClusterNode> live(ClusterNode seen) {
    return machinery.view.find(seen.id().incarnation());
  }

  @Override
  public CompletionStage<Void> publish(NodeAttributes attributes) {
    PublishedAttributes.check(attributes, machinery.settings.node().attributes());
    if (closed.getAsBoolean()) {
      return CompletableFuture.failedStage(Introduction.gone());
    }
    CompletableFuture<Void> confirmed = new CompletableFuture<>();
    CompletableFuture<Void> done = new CompletableFuture<>();
    var unused = confirmed.whenComplete((ok, failure) -> tell(done, failure));
    machinery.loop.post(() -> machinery.operations.introduction().publish(attributes, confirmed));
    return done.minimalCompletionStage();
  }

  @Override
  public CompletionStage<Void> stepDown(String group) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    if (!running.getAsBoolean()) {
      done.complete(null);
      return done;
    }
    machinery.loop.post(() -> stepDown(group, done));
    return done.minimalCompletionStage();
  }

  private void stepDown(String group, CompletableFuture<Void> done) {
    CompletableFuture<Void> down =
        machinery
            .find(group)
            .map(cycle -> cycle.stepDown(RoleChangeCause.STEP_DOWN))
            .orElseGet(() -> CompletableFuture.completedFuture(null));
    var unused = down.whenComplete((ok, failure) -> tell(done, failure));
  }

  @Override
  public CompletionStage<Void> switchover(GroupMembership asked, Successor successor) {
    if (!running.getAsBoolean()) {
      return CompletableFuture.failedStage(asked.notPrimary(successor));
    }
    CompletableFuture<Void> done = new CompletableFuture<>();
    machinery.loop.post(() -> switchover(asked, successor, done));
    return done.minimalCompletionStage();
  }

  private void switchover(
      GroupMembership asked, Successor successor, CompletableFuture<Void> done) {
    Nomination nomination = new Nomination(machinery.view, machinery.driver::mayLead);
    CompletableFuture<Void> outcome =
        machinery
            .find(asked.group())
            .map(cycle -> cycle.switchover(successor, nomination))
            .orElseGet(() -> CompletableFuture.failedFuture(asked.notPrimary(successor)));
    var unused = outcome.whenComplete((ok, failure) -> tell(done, failure));
  }

  private void tell(CompletableFuture<Void> done, @Nullable Throwable failure) {
    if (failure == null) {
      machinery.deliveries.aside(() -> done.complete(null));
    } else {
      machinery.deliveries.aside(() -> done.completeExceptionally(failure));
    }
  }
}
