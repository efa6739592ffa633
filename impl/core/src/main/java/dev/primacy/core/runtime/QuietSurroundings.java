package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.NodeAttributes;
import dev.primacy.core.settings.Mode;
import dev.primacy.core.settings.Settings;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/** What applications ask through the view of a group where there is no cluster. */
record QuietSurroundings(Settings settings, QuietNodes quiet, BooleanSupplier closed)
    implements GroupMembership.Surroundings {
  @Override
  public List<ClusterNode> nodes(String group) {
    return List.of();
  }

  @Override
  public CompletionStage<Void> publish(NodeAttributes attributes) {
    PublishedAttributes.check(attributes, settings.node().attributes());
    return settings.mode() == Mode.STANDALONE && !closed.getAsBoolean()
        ? quiet.publish(attributes)
        : CompletableFuture.failedFuture(Introduction.gone());
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
