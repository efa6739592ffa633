package dev.primacy.testkit;

import dev.primacy.testkit.time.Place;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What a cluster is made of; empty beans make nodes without a container. */
record ClusterPlan(
    int nodes,
    long seed,
    Duration lease,
    Map<String, String> settings,
    Set<Class<?>> beans,
    Set<String> plain,
    boolean deployed) {

  Life start(TestNode node, Place place, Network network) {
    Map<String, String> own = new HashMap<>(settings);
    own.put("primacy.node.name", node.name());
    return deployed && !plain.contains(node.name())
        ? Life.deployed(node, place, network, own, beans)
        : Life.plain(node, place, network, own);
  }
}
