package dev.primacy.core.view;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.event.NodeLeftCause;
import dev.primacy.watch.NodeView;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;

/** Nodes that come, go, restart, come back and drift, at random. */
final class RandomCluster {
  private static final int NAMES = 7;
  private static final int INCARNATIONS = 2;
  private static final int LOADS = 6;

  /** Nodes with an address; loads that differ by one are the same. */
  static final NodeView RULES =
      new NodeView() {
        @Override
        public boolean filter(ClusterNode node) {
          return node.endpoint().isPresent();
        }

        @Override
        public boolean same(ClusterNode known, ClusterNode now) {
          return Math.abs(known.priority() - now.priority()) <= 1
              && known.attributes().equals(now.attributes());
        }
      };

  private static final Optional<URI> ADDRESS = Optional.of(URI.create("http://192.0.2.1:8080"));

  final Map<NodeId, ClusterNode> nodes = new TreeMap<>();
  private final SplittableRandom random;

  RandomCluster(long seed) {
    random = new SplittableRandom(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** What happened; a node that does not change, or was not there, is no change. */
  Optional<NodeChange> event() {
    int name = random.nextInt(NAMES);
    NodeId id = new NodeId("n" + name, new UUID(name, random.nextInt(INCARNATIONS)));
    ClusterNode before = nodes.get(id);
    if (random.nextInt(4) == 0) {
      nodes.remove(id);
      return Optional.ofNullable(before)
          .map(last -> new NodeChange(last, null, NodeLeftCause.REMOVED));
    }
    ClusterNode after = state(id);
    nodes.put(id, after);
    return after.equals(before)
        ? Optional.empty()
        : Optional.of(new NodeChange(before, after, NodeLeftCause.LEFT));
  }

  private ClusterNode state(NodeId id) {
    return new ClusterNode(
        id,
        random.nextInt(3) == 0 ? Optional.empty() : ADDRESS,
        Set.of(),
        random.nextInt(LOADS),
        false,
        Map.of("role", random.nextInt(4) == 0 ? "controller" : "worker"));
  }
}
