package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.NodeAttributes;
import dev.primacy.NodeId;
import dev.primacy.NodeLifecycle;
import dev.primacy.NodeStatus;
import dev.primacy.core.CoreMessages;
import dev.primacy.core.elector.Input;
import dev.primacy.core.elector.SelfDescription;
import dev.primacy.core.gate.Clocks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What this node says about itself beside what was configured: one picture, whoever adds to it,
 * written with the node's record. On the lease thread.
 */
final class Introduction {

  /** Attributes that somebody waits for. */
  private record Awaited(long version, CompletableFuture<Void> done) {}

  private final Consumer<Input> elector;
  private final Clocks clocks;
  private final Supplier<NodeId> self;
  private final List<Awaited> awaited = new ArrayList<>();
  private SelfDescription words = SelfDescription.PLAIN;
  private long confirmed;
  private boolean over;

  /**
   * @param elector hears what is new, not before the current input was worked in
   * @param self this node, under its latest incarnation
   */
  Introduction(Consumer<Input> elector, Clocks clocks, Supplier<NodeId> self) {
    this.elector = elector;
    this.clocks = clocks;
    this.self = self;
  }

  /** A new incarnation has said nothing yet: it says what the last one did. */
  void begun() {
    confirmed = 0;
    tell();
  }

  private void tell() {
    elector.accept(new Input.Describe(words));
  }

  /** What Primacy tells other nodes. */
  void internal(Map<String, String> next) {
    say(words.withInternal(next));
  }

  /** This node hands over what it holds, and will be gone. */
  void leaving() {
    say(words.with(NodeLifecycle.LEAVING));
  }

  /** The application's attributes: all of them each time. */
  void publish(NodeAttributes attributes, CompletableFuture<Void> done) {
    if (over) {
      done.completeExceptionally(gone());
      return;
    }
    long version = words.status().map(NodeStatus::version).orElse(0L);
    if (version == 0 || !attributes.texts().equals(words.published())) {
      version++;
      Instant now = Instant.ofEpochMilli(clocks.millis());
      say(words.with(attributes.texts(), new NodeStatus(version, now)));
    }
    if (version <= confirmed) {
      done.complete(null);
    } else {
      awaited.add(new Awaited(version, done));
    }
  }

  private void say(SelfDescription next) {
    if (!next.equals(words)) {
      words = next;
      tell();
    }
  }

  /** What the store shows of a node. */
  void seen(ClusterNode node) {
    if (!node.id().equals(self.get())) {
      return;
    }
    confirmed = node.status().map(NodeStatus::version).orElse(0L);
    Iterator<Awaited> each = awaited.iterator();
    while (each.hasNext()) {
      Awaited next = each.next();
      if (next.version() <= confirmed) {
        each.remove();
        next.done().complete(null);
      }
    }
  }

  /** Nothing is written any more. */
  void over() {
    over = true;
    awaited.forEach(each -> each.done().completeExceptionally(gone()));
    awaited.clear();
  }

  static IllegalStateException gone() {
    return new IllegalStateException(CoreMessages.MESSAGES.attributesOfNobody());
  }
}
