package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.core.elector.SignOfLife;
import dev.primacy.watch.NodeHealth;
import dev.primacy.watch.NodeHealth.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * How this node sees the others. Only the lease thread knows, which never waits for anything and
 * runs nobody else's code, so that it answers at once.
 */
final class Sightings {
  private final Machinery machinery;

  Sightings(Machinery machinery) {
    this.machinery = machinery;
  }

  /** Any thread; nothing is known if nobody answers, or before the start. */
  List<NodeHealth> all() {
    CompletableFuture<List<NodeHealth>> answer = new CompletableFuture<>();
    machinery.loop.post(() -> answer.complete(seen()));
    Duration patience = machinery.settings.timing().requestTimeout();
    try {
      return machinery.execution().await(answer, patience);
    } catch (TimeoutException | ExecutionException silent) {
      return List.of();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private List<NodeHealth> seen() {
    long now = machinery.nanos();
    NodeId self = machinery.incarnations.get();
    boolean blind = sign(self).filter(sign -> !isLate(sign, now)).isEmpty();
    List<NodeHealth> all = new ArrayList<>();
    for (ClusterNode node : machinery.view.nodes()) {
      boolean unknown = blind && !node.id().equals(self);
      sign(node.id()).ifPresent(sign -> all.add(health(node.id(), sign, now, unknown)));
    }
    return List.copyOf(all);
  }

  private Optional<SignOfLife> sign(NodeId node) {
    return machinery.driver.signOfLife(node.incarnation());
  }

  private static NodeHealth health(NodeId node, SignOfLife sign, long now, boolean unknown) {
    State seen = isLate(sign, now) ? State.LATE : State.REACHABLE;
    Duration silence = Duration.ofNanos(Math.max(0, now - sign.nanos()));
    return new NodeHealth(node, unknown ? State.UNKNOWN : seen, silence, sign.lease());
  }

  /** A renewal a third of the lease after the last, read a third of it later, is in time. */
  private static boolean isLate(SignOfLife sign, long now) {
    return now - sign.nanos() >= sign.lease().toNanos() / 4 * 3;
  }
}
