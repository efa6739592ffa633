package dev.primacy.cdi.example;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.watch.NodeBatch;
import dev.primacy.watch.NodeFollower;
import java.net.InetAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The addresses of nodes: a map that is kept, and published as a copy. */
public final class HostsFile implements NodeFollower {
  private final Map<NodeId, InetAddress> addresses = new TreeMap<>();
  private final Consumer<Map<NodeId, InetAddress>> published;

  public HostsFile(Consumer<Map<NodeId, InetAddress>> published) {
    this.published = published;
  }

  @Override
  public boolean filter(ClusterNode node) {
    return node.get(Backends.ADDRESS).isPresent();
  }

  @Override
  public boolean same(ClusterNode known, ClusterNode now) {
    return known.get(Backends.ADDRESS).equals(now.get(Backends.ADDRESS));
  }

  @Override
  public void appeared(ClusterNode node) {
    addresses.put(node.id(), node.get(Backends.ADDRESS).orElseThrow());
  }

  @Override
  public void updated(ClusterNode previous, ClusterNode now) {
    appeared(now);
  }

  @Override
  public void removed(ClusterNode last) {
    addresses.remove(last.id());
  }

  @Override
  public void batchDone(NodeBatch batch) {
    if (batch.isInitial()) {
      // after a restart of the watch: what went meanwhile is not told
      addresses.keySet().retainAll(batch.nodes().stream().map(ClusterNode::id).toList());
    }
    if (batch.isInitial() || !batch.isEmpty()) {
      published.accept(Map.copyOf(addresses));
    }
  }
}
