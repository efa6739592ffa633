package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.watch.NodeBatch;
import dev.primacy.watch.NodeFollower;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A follower that takes notes, of which every call has to fit those before it. */
class Notes implements NodeFollower {
  final List<String> lines = new CopyOnWriteArrayList<>();
  final Map<NodeId, ClusterNode> nodes = new ConcurrentSkipListMap<>();
  final List<NodeId> removed = new CopyOnWriteArrayList<>();
  final List<String> misfits = new CopyOnWriteArrayList<>();

  @Override
  public void appeared(ClusterNode node) throws Exception {
    lines.add("NEW " + name(node));
    note(nodes.put(node.id(), node) == null, "appeared twice: " + node);
  }

  @Override
  public void updated(ClusterNode previous, ClusterNode now) throws Exception {
    lines.add("UPD " + name(now));
    note(previous.equals(nodes.put(now.id(), now)), "was not " + previous);
  }

  @Override
  public void removed(ClusterNode last) throws Exception {
    lines.add("DEL " + name(last));
    removed.add(last.id());
    note(last.equals(nodes.remove(last.id())), "was not " + last);
  }

  @Override
  public void batchDone(NodeBatch batch) throws Exception {
    lines.add(batch.isInitial() ? "INITIAL" : "BATCH");
    note(batch.nodes().equals(List.copyOf(nodes.values())), "view is " + batch.nodes());
  }

  private void note(boolean fits, String misfit) {
    if (!fits) {
      misfits.add(misfit);
    }
  }

  private static String name(ClusterNode node) {
    return node.id().name();
  }
}
