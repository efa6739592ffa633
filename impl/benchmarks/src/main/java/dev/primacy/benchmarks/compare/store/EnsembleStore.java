package dev.primacy.benchmarks.compare.store;

import dev.primacy.engine.tck.FreePorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Three nodes that are the store, by ZooKeeper servers embedded in them or by themselves: all there
 * is here are their places.
 */
final class EnsembleStore implements Store {
  private static final int NODES = 3;

  private final Path directory;
  private final List<Integer> ports = new ArrayList<>();

  EnsembleStore(Path directory) {
    this.directory = directory;
    for (int i = 0; i < NODES; i++) {
      ports.add(FreePorts.next());
    }
  }

  @Override
  public String address() {
    return ports.stream().map(EnsembleStore::peer).collect(Collectors.joining(","));
  }

  private static String peer(int port) {
    return "127.0.0.1:" + port;
  }

  @Override
  public Map<String, String> settings(int node, String address) {
    return Map.of(
        "primacy.engine",
        "zookeeper",
        "primacy.zookeeper.peers",
        address,
        "primacy.zookeeper.self",
        peer(ports.get(node)),
        "primacy.zookeeper.data",
        directory.resolve("n" + node).toString());
  }

  @Override
  public void close() {
    // the nodes are gone, and their files are removed with all others
  }
}
