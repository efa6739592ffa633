package dev.primacy.servers.launch;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Servers of a kind with one application and one store. */
public final class Cluster implements AutoCloseable {
  private static final Duration BOOT = Duration.ofMinutes(6);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Path archive;
  private final String application;
  private final Store store;
  private final List<Node> nodes = new ArrayList<>();

  private Cluster(Path archive, String application, Store store) {
    this.archive = archive;
    this.application = application;
    this.store = store;
  }

  /** Sets everything up in an empty directory; takes over a store that runs. */
  public static Cluster of(
      Server server, Path directory, Path archive, String application, Store store, String... names)
      throws IOException {
    Cluster cluster = new Cluster(archive, application, store);
    try {
      Path java = server.java().orElseThrow();
      Files.createDirectories(directory);
      for (String name : names) {
        Path journal = directory.resolve(name + ".journal");
        Place place = new Place(name, directory.resolve(name), java, cluster.own(name, journal));
        Node node = new Node(server, place, journal, directory.resolve(name + ".log"));
        node.prepare();
        cluster.nodes.add(node);
      }
      return cluster;
    } catch (IOException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private Map<String, String> own(String name, Path journal) {
    Map<String, String> own = new HashMap<>(store.settings(name));
    own.put("primacy.node.name", name);
    own.put("servers.journal", journal.toString());
    return own;
  }

  /** Starts what does not run, gives it the application, and waits until all is well. */
  public void ready() throws IOException {
    for (Node node : nodes) {
      node.deploy(archive, application);
      node.start();
    }
    await("nodes that know each other and their primary")
        .atMost(BOOT)
        .pollInterval(POLL)
        .failFast("a server has ended", () -> nodes.stream().anyMatch(node -> !node.isAlive()))
        .failFast("a deployment was refused", () -> nodes.stream().anyMatch(Node::refused))
        .until(() -> isReady(application));
  }

  /** Whether one node leads an application, the others follow, and all know of all. */
  public boolean isReady(String application) {
    List<String> secondaries =
        nodes.stream().skip(1).map(node -> "SECONDARY " + nodes.size()).toList();
    return nodes.stream()
        .map(node -> node.state(application))
        .sorted()
        .toList()
        .equals(Stream.concat(Stream.of("PRIMARY " + nodes.size()), secondaries.stream()).toList());
  }

  /** All, by name. */
  public List<Node> nodes() {
    return List.copyOf(nodes);
  }

  /** Waits until one of them is. */
  public Node primary() {
    return await("a primary")
        .atMost(Duration.ofMinutes(1))
        .pollInterval(POLL)
        .until(() -> nodes.stream().filter(this::isPrimary).toList(), found -> found.size() == 1)
        .get(0);
  }

  /** Whether it is, by its own word. */
  public boolean isPrimary(Node node) {
    return node.isAlive() && node.state(application).startsWith("PRIMARY");
  }

  /** The other one, or one of them. */
  public Node other(Node node) {
    return nodes.stream().filter(other -> other != node).findFirst().orElseThrow();
  }

  /** Ends all servers at once. */
  public void kill() {
    nodes.forEach(Node::kill);
  }

  @Override
  public void close() {
    kill();
    store.close();
  }
}
