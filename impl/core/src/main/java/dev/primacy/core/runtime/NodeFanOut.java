package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.core.view.ClusterView;
import dev.primacy.core.view.NodeChange;
import dev.primacy.event.NodeLeftCause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hands what becomes of the nodes to everyone who watches them, one batch for all that came
 * together. On the lease thread, where changes are made: so a watch that begins sees each change
 * either in the list it begins with or after it.
 */
final class NodeFanOut {
  private final ClusterView view;

  /** With the life that each is in. */
  private final Map<Mailbox, Long> mailboxes = new LinkedHashMap<>();

  private List<NodeChange> fresh = new ArrayList<>();
  private boolean listed;

  NodeFanOut(ClusterView view) {
    this.view = view;
  }

  void add(Mailbox mailbox, long life) {
    mailboxes.put(mailbox, life);
    if (listed) {
      mailbox.open(life, view.nodes());
    }
  }

  void remove(Mailbox mailbox) {
    mailboxes.remove(mailbox);
  }

  /** The view has changed already. */
  void seen(@Nullable ClusterNode before, ClusterNode after) {
    if (isHeard() && !after.equals(before)) {
      // the view's own copy shares what other nodes publish, too
      ClusterNode kept = view.find(after.id().incarnation()).orElse(after);
      fresh.add(new NodeChange(before, kept, NodeLeftCause.LEFT));
    }
  }

  /** The view has changed already. */
  void gone(ClusterNode before, NodeLeftCause cause) {
    if (isHeard()) {
      fresh.add(new NodeChange(before, null, cause));
    }
  }

  private boolean isHeard() {
    return listed && !mailboxes.isEmpty();
  }

  /** The first list of nodes is complete. */
  void listed() {
    if (!listed) {
      listed = true;
      mailboxes.forEach((mailbox, life) -> mailbox.open(life, view.nodes()));
    }
  }

  void endOfBatch() {
    if (!fresh.isEmpty()) {
      List<NodeChange> batch = fresh;
      fresh = new ArrayList<>();
      mailboxes.keySet().forEach(mailbox -> mailbox.add(batch));
    }
  }
}
