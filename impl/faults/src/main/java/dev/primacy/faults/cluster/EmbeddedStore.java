package dev.primacy.faults.cluster;

import dev.primacy.faults.network.Plane;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An ensemble in the nodes: there is nothing to start, and what befalls it befalls nodes. */
final class EmbeddedStore implements Store {
  private static final int PORT = 7800;
  private static final int MESSENGER_PORT = 7900;

  private final Places places;

  EmbeddedStore(Places places) {
    this.places = places;
  }

  @Override
  public Map<String, String> settings(int node) {
    return Map.of(
        "primacy.engine",
        "zookeeper",
        "primacy.zookeeper.peers",
        peers(PORT),
        "primacy.zookeeper.self",
        peer(node, PORT),
        "primacy.zookeeper.bind",
        Plane.CLUSTER.address(node),
        "primacy.zookeeper.insecure",
        "true",
        "primacy.zookeeper.data",
        places.directory("ensemble").resolve("n" + node).toString(),
        "primacy.jgroups.bind",
        peer(node, MESSENGER_PORT),
        "primacy.jgroups.peers",
        peers(MESSENGER_PORT),
        "primacy.jgroups.insecure",
        "true");
  }

  private static String peers(int port) {
    return IntStream.rangeClosed(1, Cluster.NODES)
        .mapToObj(node -> peer(node, port))
        .collect(Collectors.joining(","));
  }

  private static String peer(int node, int port) {
    return Plane.CLUSTER.address(node) + ":" + port;
  }

  /** The messenger: used, and opened, only where events are published. */
  @Override
  public List<String> libraries() {
    return List.of("primacy-messenger-jgroups", "jgroups-");
  }

  @Override
  public void start() {
    // with the nodes
  }

  @Override
  public void kill() {
    throw unasked();
  }

  @Override
  public void pause() {
    throw unasked();
  }

  @Override
  public void resume() {
    throw unasked();
  }

  @Override
  public void wipe() {
    throw unasked();
  }

  private static IllegalStateException unasked() {
    return new IllegalStateException("there is no store outside the nodes");
  }

  @Override
  public void close() {
    // with the nodes
  }
}
