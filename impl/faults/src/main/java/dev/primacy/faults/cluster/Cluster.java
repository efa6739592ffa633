package dev.primacy.faults.cluster;

import dev.primacy.faults.network.Network;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Three nodes and their store. One thread only, the suite's own. */
public final class Cluster implements AutoCloseable {
  /** As many as survive the loss of one. */
  public static final int NODES = 3;

  private static final Duration ANSWER = Duration.ofSeconds(1);

  /** Of a JVM on a machine that has a lot to do. */
  private static final Duration BOOT = Duration.ofMinutes(3);

  private final Network network;
  private final Places places;
  private final Store store;
  private final Map<String, String> settings;
  private final Map<Integer, NodeProcess> nodes = new LinkedHashMap<>();
  private final Map<Integer, Build> builds = new HashMap<>();
  private final List<Path> journals = new ArrayList<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(ANSWER).build();

  /**
   * Makes it, without starting anything.
   *
   * @param build what nodes are started from
   * @param settings what all nodes are told besides what they need to find each other
   */
  public Cluster(
      Network network, Places places, Store store, Build build, Map<String, String> settings) {
    IntStream.rangeClosed(1, NODES).forEach(number -> builds.put(number, build));
    this.network = network;
    this.places = places;
    this.store = store;
    this.settings = Map.copyOf(settings);
  }

  /** The links. */
  public Network network() {
    return network;
  }

  /** The store. */
  public Store store() {
    return store;
  }

  /** Starts the store and all nodes, and waits until they answer. */
  public void start() throws Exception {
    store.start();
    for (int number = 1; number <= NODES; number++) {
      start(number);
    }
    awaitBoot();
  }

  /** Waits until all nodes answer; what they say is another matter. */
  public void awaitBoot() throws InterruptedException {
    Patience.of(BOOT).until("all nodes answer", () -> states().size() == NODES);
  }

  /** Starts a process of a build in the place of one that has ended. */
  public void start(int number, Build build) throws IOException {
    builds.put(number, build);
    start(number);
  }

  /** The build that a node was started from. */
  public Build build(int number) {
    return Objects.requireNonNull(builds.get(number));
  }

  /** Starts a node, or another process in the place of one that has ended. */
  public void start(int number) throws IOException {
    int start = 1 + (int) journals.stream().filter(path -> isOf(path, number)).count();
    NodeProcess node =
        NodeProcess.start(number, start, network, build(number), places, store, settings);
    journals.add(NodeProcess.journal(places, node.name()));
    nodes.put(number, node);
  }

  private static boolean isOf(Path journal, int number) {
    return journal.getFileName().toString().startsWith("n" + number + ".");
  }

  /** What the nodes wrote, each start of one a file. */
  public List<Path> journals() {
    return journals.stream().filter(path -> path.toFile().exists()).toList();
  }

  /** The process at a node's place. */
  public NodeProcess node(int number) {
    NodeProcess node = nodes.get(number);
    if (node == null) {
      throw new IllegalStateException("node " + number + " was never started");
    }
    return node;
  }

  /** The processes at all places. */
  public List<NodeProcess> nodes() {
    return IntStream.rangeClosed(1, NODES).mapToObj(this::node).toList();
  }

  /** What a node says of itself; empty if it does not. */
  public Optional<NodeState> state(int number) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(NodeProcess.address(number) + "/faults/state"))
            .timeout(ANSWER)
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 ? Optional.of(parse(answer.body())) : Optional.empty();
    } catch (IOException | JsonException e) {
      return Optional.empty();
    }
  }

  /** Asks a node to hand over, and does not wait for it. */
  public void stepDown(int number) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(NodeProcess.address(number) + "/faults/step-down"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    var unused = client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
  }

  private static NodeState parse(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return NodeState.of(reader.readObject());
    }
  }

  /** What all nodes say; fewer than there are if some do not answer. */
  public List<NodeState> states() throws InterruptedException {
    List<NodeState> all = new ArrayList<>();
    for (int number = 1; number <= NODES; number++) {
      state(number).ifPresent(all::add);
    }
    return all;
  }

  /** The node that leads, if one and only one says so. */
  public Optional<NodeProcess> primary() throws InterruptedException {
    List<NodeState> leading = states().stream().filter(NodeState::isPrimary).toList();
    return leading.size() == 1
        ? nodes().stream().filter(node -> node.name().equals(leading.get(0).process())).findFirst()
        : Optional.empty();
  }

  /** Whether all nodes answer, know each other, and agree on one that says that it leads. */
  public boolean isSettled() throws InterruptedException {
    List<NodeState> states = states();
    List<NodeState> leading = states.stream().filter(NodeState::isPrimary).toList();
    return states.size() == NODES
        && leading.size() == 1
        && states.stream().allMatch(state -> state.nodes() == NODES)
        && states.stream().allMatch(state -> state.primary().equals(leading.get(0).self()));
  }

  @Override
  public void close() {
    nodes.values().forEach(NodeProcess::kill);
    store.close();
  }
}
