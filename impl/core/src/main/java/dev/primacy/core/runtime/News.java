package dev.primacy.core.runtime;

import dev.primacy.core.elector.Action;
import dev.primacy.core.view.ClusterView;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Brings what the elector tells of groups and nodes to whom it concerns, and to the end of the
 * batch what that came to. On the lease thread.
 */
final class News {
  private final Map<String, GroupCycle> cycles;
  private final Holders holders;
  private final NodeFeed nodes;
  private final Supplier<Oversight> oversight;
  private final Set<GroupCycle> touched = new LinkedHashSet<>();

  News(
      Map<String, GroupCycle> cycles,
      ClusterView view,
      NodeFeed nodes,
      Supplier<Oversight> oversight) {
    this.cycles = cycles;
    this.holders = new Holders(view);
    this.nodes = nodes;
    this.oversight = oversight;
  }

  void bring(Action action) {
    if (!aboutRole(action) && !aboutGroup(action)) {
      aboutNodes(action);
    }
  }

  /** Something happened to every group. */
  void concernAll() {
    touched.addAll(cycles.values());
  }

  /** All that happened at once was brought. */
  void endOfBatch() {
    touched.forEach(GroupCycle::endOfBatch);
    touched.clear();
  }

  /** Nobody asks for this group any more. */
  void forget(String group) {
    holders.forget(group);
  }

  private boolean aboutRole(Action action) {
    if (action instanceof Action.Publish publish) {
      touch(publish.group(), cycle -> cycle.published(publish.admission()));
    } else if (action instanceof Action.Granted granted) {
      touch(granted.group(), cycle -> cycle.granted(granted.token()));
    } else if (action instanceof Action.Lost lost) {
      touch(lost.group(), cycle -> cycle.lost(lost.token(), lost.cause()));
    } else if (action instanceof Action.Released released) {
      touch(released.group(), cycle -> cycle.released(released.token()));
    } else {
      return false;
    }
    return true;
  }

  private boolean aboutGroup(Action action) {
    if (action instanceof Action.Standing standing) {
      touch(standing.group(), cycle -> cycle.standing(standing.standing(), standing.cause()));
    } else if (action instanceof Action.HolderSeen seen) {
      touch(seen.group(), cycle -> holders.seen(cycle, seen.holder(), seen.token()));
    } else if (action instanceof Action.GroupSeen seen) {
      touch(seen.group(), cycle -> cycle.seen(seen.version(), seen.record()));
    } else if (action instanceof Action.Contested contested) {
      touch(contested.group(), cycle -> cycle.contested(contested));
    } else if (action instanceof Action.GroupLeft left) {
      touch(left.group(), GroupCycle::forgotten);
    } else {
      return false;
    }
    return true;
  }

  private void aboutNodes(Action action) {
    if (action instanceof Action.NodeSeen seen) {
      nodes.seen(seen.node(), seen.internal());
      oversight.get().nodeSeen(seen.node());
      touched.addAll(holders.known(seen.node()));
      oversight.get().nodesChanged();
    } else if (action instanceof Action.NodeGone gone) {
      nodes.gone(gone.incarnation(), gone.cause());
      oversight.get().nodesChanged();
      for (GroupCycle cycle : cycles.values()) {
        if (cycle.gone(gone.incarnation(), gone.cause())) {
          touched.add(cycle);
        }
      }
    } else if (action instanceof Action.NodeRecordSeen record) {
      nodes.recordSeen(record.record(), record.unreadable());
    } else if (action instanceof Action.NodesListed) {
      nodes.listed();
    }
  }

  /** Nobody is told of a group that was left, and whose record is still being given back. */
  private void touch(String group, Consumer<GroupCycle> what) {
    GroupCycle cycle = cycles.get(group);
    if (cycle != null) {
      touched.add(cycle);
      what.accept(cycle);
    }
  }
}
