package dev.primacy.demo.node;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings a command line stands for. */
final class NodeSettings {
  private NodeSettings() {}

  /**
   * Makes them system properties. What {@code --set} says wins over everything, and what the Java
   * command line says wins over what is derived.
   */
  static void publish(NodeOptions options) {
    derived(options).forEach(System.getProperties()::putIfAbsent);
    options.settings().forEach(System::setProperty);
  }

  /** What follows from the flags alone. */
  static Map<String, String> derived(NodeOptions options) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("demo.node", options.name());
    settings.put("demo.url", options.url().toString());
    settings.put("demo.counter", options.data().resolve("counter").toString());
    options.cluster().ifPresent(place -> settings.putAll(clustered(options, place)));
    return settings;
  }

  private static Map<String, String> clustered(
      NodeOptions options, NodeOptions.ClusterPlace place) {
    String peers =
        place.peers().stream().map(PeerAddress::toString).collect(Collectors.joining(","));
    return Map.of(
        "primacy.group", "demo",
        "primacy.engine", "zookeeper",
        "primacy.node.name", options.name(),
        "primacy.node.url", options.url().toString(),
        "primacy.zookeeper.peers", peers,
        "primacy.zookeeper.self", place.self().toString(),
        "primacy.zookeeper.bind", options.bind(),
        "primacy.zookeeper.data", options.home().resolve("zookeeper").toString());
  }
}
