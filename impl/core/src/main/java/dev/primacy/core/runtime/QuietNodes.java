package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.NodeAttributes;
import dev.primacy.NodeId;
import dev.primacy.NodeLifecycle;
import dev.primacy.NodeStatus;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.settings.Mode;
import dev.primacy.core.settings.NodeDescription;
import dev.primacy.core.view.NodeChange;
import dev.primacy.event.NodeLeftCause;
import dev.primacy.watch.NodeHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The nodes there are without a cluster: standalone this one, otherwise none. Any thread. */
final class QuietNodes implements NodeSource {
  private final NodeDescription configured;
  private final Clocks clocks;
  private final Duration lease;
  private final Object lock = new Object();

  // guarded by lock
  private final Map<Mailbox, Long> mailboxes = new LinkedHashMap<>();
  private @Nullable List<ClusterNode> nodes;
  private ClusterNode self;
  private Map<String, String> published = Map.of();

  QuietNodes(NodeId self, NodeDescription configured, Clocks clocks, Duration lease) {
    this.configured = configured;
    this.clocks = clocks;
    this.lease = lease;
    this.self =
        new ClusterNode(
            self,
            configured.endpoint(),
            Set.of(),
            configured.priority(),
            configured.passive(),
            configured.attributes());
  }

  @Override
  public void add(Mailbox mailbox, long life) {
    synchronized (lock) {
      mailboxes.put(mailbox, life);
      if (nodes != null) {
        mailbox.open(life, nodes);
      }
    }
  }

  @Override
  public void remove(Mailbox mailbox) {
    synchronized (lock) {
      mailboxes.remove(mailbox);
    }
  }

  @Override
  public List<NodeHealth> health() {
    synchronized (lock) {
      return nodes == null ? List.of() : nodes.stream().map(this::health).toList();
    }
  }

  private NodeHealth health(ClusterNode node) {
    return new NodeHealth(node.id(), NodeHealth.State.REACHABLE, Duration.ZERO, lease);
  }

  /** Shows what there is. */
  void start(Mode mode) {
    synchronized (lock) {
      List<ClusterNode> all = mode == Mode.STANDALONE ? List.of(self) : List.of();
      nodes = all;
      mailboxes.forEach((mailbox, life) -> mailbox.open(life, all));
    }
  }

  /** This node says something else of itself; the same again is no change. */
  CompletionStage<Void> publish(NodeAttributes attributes) {
    synchronized (lock) {
      if (self.status().isEmpty() || !attributes.texts().equals(published)) {
        say(attributes.texts());
      }
    }
    return CompletableFuture.completedFuture(null);
  }

  private void say(Map<String, String> attributes) {
    ClusterNode before = self;
    published = attributes;
    self = described(before);
    if (nodes != null && !nodes.isEmpty()) {
      nodes = List.of(self);
      List<NodeChange> change = List.of(new NodeChange(before, self, NodeLeftCause.LEFT));
      mailboxes.keySet().forEach(mailbox -> mailbox.add(change));
    }
  }

  private ClusterNode described(ClusterNode before) {
    Map<String, String> attributes = new LinkedHashMap<>(configured.attributes());
    attributes.putAll(published);
    long version = before.status().map(NodeStatus::version).orElse(0L) + 1;
    return new ClusterNode(
        before.id(),
        before.endpoint(),
        before.groups(),
        before.priority(),
        before.passive(),
        NodeLifecycle.UP,
        attributes,
        Optional.of(new NodeStatus(version, Instant.ofEpochMilli(clocks.millis()))));
  }
}
