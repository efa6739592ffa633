package dev.primacy.benchmarks.groups;

import dev.primacy.engine.tck.FreePorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the stores of the nodes are. */
final class Places {
  private final String engine;
  private final Path directory;
  private final List<String> addresses = new ArrayList<>();

  Places(String engine, Path directory, int nodes) {
    this.engine = engine;
    this.directory = directory.toAbsolutePath();
    for (int i = 0; engine.equals("zookeeper") && i < nodes; i++) {
      addresses.add("127.0.0.1:" + FreePorts.next());
    }
  }

  Map<String, String> of(int node) {
    return switch (engine) {
      case "memory" -> Map.of();
      case "jdbc" ->
          Map.of(
              "primacy.jdbc.url", "jdbc:h2:file:" + directory.resolve("groups"),
              "primacy.jdbc.user", "sa",
              "primacy.jdbc.password", "");
      case "zookeeper" ->
          Map.of(
              "primacy.zookeeper.peers", String.join(",", addresses),
              "primacy.zookeeper.self", addresses.get(node),
              "primacy.zookeeper.data", directory.resolve("data-" + node).toString());
      default -> throw new IllegalArgumentException(engine);
    };
  }
}
