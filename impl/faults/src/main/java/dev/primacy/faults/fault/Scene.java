package dev.primacy.faults.fault;

import dev.primacy.faults.cluster.Cluster;
import dev.primacy.faults.cluster.NodeProcess;
import dev.primacy.faults.network.Network;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Where a fault happens.
 *
 * @param cluster nodes, links and store
 * @param primary the node that leads when it begins
 * @param lease how long the nodes' leases are
 * @param random what is left to chance
 */
public record Scene(Cluster cluster, NodeProcess primary, Duration lease, Random random) {

  Network network() {
    return cluster.network();
  }

  /** The nodes that do not lead. */
  List<NodeProcess> others() {
    return cluster.nodes().stream().filter(node -> node != primary).toList();
  }

  /** Starts a node anew at each place whose process is gone, and waits until it answers. */
  void restart() throws Exception {
    for (NodeProcess node : cluster.nodes()) {
      if (!node.isAlive()) {
        cluster.start(node.number());
      }
    }
    cluster.awaitBoot();
  }
}
