package dev.primacy.cdi.example;

import dev.primacy.ClusterNode;
import dev.primacy.NodeAttribute;
import dev.primacy.NodeId;
import dev.primacy.watch.NodeFollower;
import java.net.InetAddress;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The addresses of the nodes that are controllers: a set, published at each change. */
public final class Controllers {
  static final NodeAttribute<String> KIND = NodeAttribute.ofString("kind");

  private final Map<NodeId, InetAddress> addresses = new TreeMap<>();
  private final Consumer<Set<InetAddress>> published;

  public Controllers(Consumer<Set<InetAddress>> published) {
    this.published = published;
  }

  /** To be followed. */
  public NodeFollower follower() {
    return NodeFollower.builder()
        .filter(Controllers::isController)
        .sameBy(node -> node.get(Backends.ADDRESS))
        .onAppearedOrUpdated(this::put)
        .onRemoved(this::remove)
        .build();
  }

  private static boolean isController(ClusterNode node) {
    return node.get(KIND).filter("controller"::equals).isPresent()
        && node.get(Backends.ADDRESS).isPresent();
  }

  private void put(ClusterNode node) {
    addresses.put(node.id(), node.get(Backends.ADDRESS).orElseThrow());
    published.accept(Set.copyOf(addresses.values()));
  }

  private void remove(ClusterNode node) {
    addresses.remove(node.id());
    published.accept(Set.copyOf(addresses.values()));
  }
}
