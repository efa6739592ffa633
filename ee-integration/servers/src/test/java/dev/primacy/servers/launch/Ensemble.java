package dev.primacy.servers.launch;

import dev.primacy.engine.tck.FreePorts;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** ZooKeeper in the nodes themselves, and JGroups between them: nothing runs here. */
public final class Ensemble implements Store {
  private final Map<String, Integer> ports = new TreeMap<>();
  private final Map<String, Integer> messengers = new TreeMap<>();
  private final Path directory;

  /** With a voter in each of these nodes. */
  public Ensemble(Path directory, String... names) {
    this.directory = directory;
    for (String name : names) {
      ports.put(name, FreePorts.next());
      messengers.put(name, FreePorts.next());
    }
  }

  @Override
  public Map<String, String> settings(String node) {
    return Map.of(
        "primacy.engine",
        "zookeeper",
        "primacy.zookeeper.peers",
        addresses(ports),
        "primacy.zookeeper.self",
        address(ports.get(node)),
        "primacy.zookeeper.data",
        directory.resolve(node).toString(),
        "primacy.messenger",
        "jgroups",
        "primacy.jgroups.peers",
        addresses(messengers),
        "primacy.jgroups.bind",
        address(messengers.get(node)));
  }

  private static String addresses(Map<String, Integer> ports) {
    return ports.values().stream().map(Ensemble::address).collect(Collectors.joining(","));
  }

  private static String address(int port) {
    return Place.HOST + ":" + port;
  }

  @Override
  public void close() {}
}
