package dev.primacy.faults.run;

import dev.primacy.faults.cluster.Cluster;
import dev.primacy.faults.cluster.NodeProcess;
import dev.primacy.faults.cluster.Patience;
import dev.primacy.faults.load.Recorder;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Each of three nodes publishes its events, all at once: first slowly, for how long one takes; then
 * all of them with all nodes there; then with one killed in the middle.
 */
final class EventRun {
  private static final int SLOWLY = 300;
  private static final int PAUSE = 5;
  private static final Duration PUBLISHING = Duration.ofMinutes(3);
  private static final Duration HEARING = Duration.ofMinutes(2);
  private static final Duration QUIET = Duration.ofSeconds(5);

  /** Longer than {@code primacy.jdbc.events.takeover}, of what the victim had taken. */
  private static final Duration TAKEOVER = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newHttpClient();
  private final String name;
  private final boolean keeps;
  private final int all;

  /** What publishers were told that it was not taken; it may have been all the same. */
  private final Map<Integer, Integer> refused = new TreeMap<>();

  private final List<String> lines = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  /**
   * Makes a run.
   *
   * @param keeps whether there is a queue that is kept
   * @param all how many events each node publishes
   */
  EventRun(String name, boolean keeps, int all) {
    this.name = name;
    this.keeps = keeps;
    this.all = all;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  List<String> wrong() {
    return List.copyOf(wrong);
  }

  void run(Cluster cluster, Episodes episodes, Recorder recorder) throws Exception {
    slowly();
    together();
    withDeath(cluster);
  }

  /** What the nodes have handled: to be judged when all have ended, or been killed. */
  void judge(HandledEvents handled) {
    handled.judge("share", 1, taken(1, Cluster.NODES), HandledEvents.Bound.EXACTLY_ONCE, this);
    handled.judge("share", 2, taken(2, Cluster.NODES - 1), HandledEvents.Bound.AT_MOST_ONCE, this);
    if (keeps) {
      handled.judge("kept", 1, taken(1, Cluster.NODES), HandledEvents.Bound.EXACTLY_ONCE, this);
      handled.judge(
          "kept", 2, taken(2, Cluster.NODES - 1), HandledEvents.Bound.AT_LEAST_ONCE, this);
    }
  }

  private int taken(int run, int nodes) {
    return all * nodes - refused.getOrDefault(run, 0);
  }

  void say(String line) {
    lines.add(name + ": " + line);
  }

  void complain(String line) {
    wrong.add(name + ": " + line);
  }

  // ---- the runs

  private void slowly() throws Exception {
    publish(0, SLOWLY, PAUSE, nodes()).join();
    awaitHeard(0, SLOWLY, nodes());
    for (int node : nodes()) {
      JsonObject report = report(node);
      say(
          "n"
              + node
              + " heard an event of another node within "
              + report.getJsonNumber("p50")
              + " us (p50), "
              + report.getJsonNumber("p99")
              + " us (p99)");
    }
  }

  private void together() throws Exception {
    publish(1, all, 0, nodes()).join();
    awaitHeard(1, all, nodes());
    check(1, nodes(), nodes());
  }

  private void withDeath(Cluster cluster) throws Exception {
    int victim = Cluster.NODES;
    List<Integer> others = nodes().stream().filter(node -> node != victim).toList();
    CompletableFuture<Void> dying = publish(2, all, 0, List.of(victim));
    CompletableFuture<Void> publishing = publish(2, all, 0, others);
    Patience.of(HEARING)
        .until(
            "a part of what the victim publishes was heard", () -> count(1, 2, victim) >= all / 4);
    cluster.node(victim).kill();
    publishing.join();
    var unused = dying.handle((done, broken) -> null);
    awaitHeard(2, all, others);
    awaitQuiet(others);
    if (keeps) {
      Patience.of(TAKEOVER).pass();
    }
    check(2, others, others);
    for (int node : others) {
      checkWhatIsLeft(node, tally(node, 2, victim));
    }
  }

  /** What was heard of the one that was killed is a beginning, without gaps. */
  private void checkWhatIsLeft(int node, JsonObject tally) {
    int count = tally.getInt("count");
    say("n" + node + " heard " + count + " of the one that was killed");
    if (tally.getInt("disorder") > 0 || tally.getInt("last") != count) {
      complain("n" + node + " heard the one that was killed with gaps or out of order: " + tally);
    }
  }

  private static List<Integer> nodes() {
    return List.of(1, 2, 3);
  }

  private CompletableFuture<Void> publish(int run, int count, int pause, List<Integer> nodes) {
    return CompletableFuture.allOf(
        nodes.stream()
            .map(node -> publish(node, run, count, pause))
            .toArray(CompletableFuture<?>[]::new));
  }

  private CompletableFuture<?> publish(int node, int run, int count, int pause) {
    String query = "?run=" + run + "&count=" + count + "&pause=" + pause;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(NodeProcess.address(node) + "/faults/events" + query))
            .timeout(PUBLISHING)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenAccept(answer -> published(node, run, answer));
  }

  private synchronized void published(int node, int run, HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      complain("n" + node + " did not publish: " + answer.statusCode() + " " + answer.body());
      return;
    }
    JsonObject said = parse(answer.body());
    say("run " + run + ", n" + node + " published in " + said.getInt("millis") + " ms");
    int failed = said.getInt("failed");
    refused.merge(run, failed, Integer::sum);
    if (failed > 0) {
      say("n" + node + " was told of " + failed + " that they were not taken");
    }
  }

  private void awaitHeard(int run, int count, List<Integer> nodes) throws InterruptedException {
    boolean everything =
        Patience.of(HEARING)
            .holds(
                () -> {
                  for (int hearing : nodes) {
                    for (int publishing : nodes) {
                      if (count(hearing, run, publishing) < count - refused.getOrDefault(run, 0)) {
                        return false;
                      }
                    }
                  }
                  return true;
                });
    if (!everything) {
      complain("run " + run + ": not everything was heard within " + HEARING);
    }
  }

  /** Until nobody has heard anything for a while. */
  private void awaitQuiet(List<Integer> nodes) throws Exception {
    Map<Integer, String> before = new TreeMap<>();
    for (; ; ) {
      Map<Integer, String> now = new TreeMap<>();
      for (int node : nodes) {
        now.put(node, report(node).getJsonObject("heard").toString());
      }
      if (now.equals(before)) {
        return;
      }
      before = now;
      Patience.of(QUIET).pass();
    }
  }

  private void check(int run, List<Integer> hearing, List<Integer> publishing) throws Exception {
    for (int node : hearing) {
      for (int origin : publishing) {
        JsonObject tally = tally(node, run, origin);
        int gaps = refused.getOrDefault(run, 0);
        boolean missing = tally.getInt("count") < all - gaps || tally.getInt("count") > all;
        if (missing || tally.getInt("disorder") > gaps) {
          complain("run " + run + ": n" + node + " heard of n" + origin + " " + tally);
        }
      }
    }
  }

  private int count(int node, int run, int origin) throws IOException, InterruptedException {
    return tally(node, run, origin).getInt("count");
  }

  private JsonObject tally(int node, int run, int origin) throws IOException, InterruptedException {
    JsonObject heard = report(node).getJsonObject("heard");
    JsonObject none = parse("{\"count\":0,\"disorder\":0,\"last\":0}");
    String key = run + "/n" + origin;
    return heard.containsKey(key) ? heard.getJsonObject(key) : none;
  }

  private JsonObject report(int node) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(NodeProcess.address(node) + "/faults/events"))
            .timeout(QUIET)
            .build();
    return parse(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private static JsonObject parse(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.readObject();
    }
  }
}
