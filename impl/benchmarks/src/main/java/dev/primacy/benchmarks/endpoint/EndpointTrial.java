package dev.primacy.benchmarks.endpoint;

import dev.primacy.benchmarks.MemoryNode;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.SeBootstrap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One JVM with the server and its client: slots of all kinds by turns. */
public final class EndpointTrial {
  /** The group that another node holds. */
  static final String ELSEWHERE = "elsewhere";

  private static final int CONNECTIONS = 8;
  private static final int SWEEPS = 12;

  private final Random random = new Random(7);
  private final Load load;
  private final List<Kind> order = new ArrayList<>(List.of(Kind.values()));
  private final Map<Kind, List<Double>> slots = new EnumMap<>(Kind.class);

  private EndpointTrial(Load load) {
    this.load = load;
  }

  /**
   * Prints nanoseconds per request, a list for each kind, as JSON.
   *
   * @param arguments seconds to warm up, seconds to measure
   */
  public static void main(String[] arguments) throws Exception {
    int port = freePort();
    try (MemoryNode other = MemoryNode.primary(ELSEWHERE)) {
      SeBootstrap.Instance server = serve(port);
      try (Load load = new Load(port, CONNECTIONS)) {
        prepare(port);
        EndpointTrial trial = new EndpointTrial(load);
        trial.measure(Duration.ofSeconds(Long.parseLong(arguments[0])));
        trial.slots.clear();
        trial.measure(Duration.ofSeconds(Long.parseLong(arguments[1])));
        System.out.println(trial.json());
      } finally {
        server.stop().toCompletableFuture().get(30, TimeUnit.SECONDS);
      }
      other.mustBePrimary();
    }
  }

  private static SeBootstrap.Instance serve(int port)
      throws InterruptedException, ExecutionException, TimeoutException {
    SeBootstrap.Configuration configuration =
        SeBootstrap.Configuration.builder().host("127.0.0.1").port(port).build();
    return SeBootstrap.start(new LedgerApplication(), configuration)
        .toCompletableFuture()
        .get(60, TimeUnit.SECONDS);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Waits for the role, then takes the refusal's own bytes for the floor beside it. */
  private static void prepare(int port) throws IOException, InterruptedException {
    try (Wire wire = new Wire(port)) {
      Answers answers = new Answers(wire);
      answers.await(Kind.GUARDED);
      Answer refusal = answers.await(Kind.REFUSED);
      SameAnswerResource.answer(refusal);
      answers.mustBeAlike(refusal, answers.await(Kind.SAME_ANSWER));
    }
  }

  private void measure(Duration time) throws IOException {
    long start = System.nanoTime();
    while (System.nanoTime() - start < time.toNanos()) {
      for (Kind kind : order) {
        slots.computeIfAbsent(kind, key -> new ArrayList<>()).add(load.slot(kind, SWEEPS));
      }
      // whoever comes after a kind feels what that kind left behind
      Collections.shuffle(order, random);
    }
  }

  private String json() {
    JsonObjectBuilder object = Json.createObjectBuilder();
    slots.forEach((kind, values) -> object.add(kind.name(), array(values)));
    return object.build().toString();
  }

  private static JsonArrayBuilder array(List<Double> values) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    values.forEach(array::add);
    return array;
  }
}
