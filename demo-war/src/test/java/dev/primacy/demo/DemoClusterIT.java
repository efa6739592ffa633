package dev.primacy.demo;

import static dev.primacy.demo.NodeProcess.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Three light nodes in processes of their own; the tests build on one another, in their order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoClusterIT {
  private static final Duration LEASE = Duration.ofSeconds(3);
  private static final Duration BOOT = Duration.ofSeconds(60);
  private static final Duration FAILOVER = LEASE.plusSeconds(2);
  private static final String WRITE = "{\"id\":\"it\"}";

  private static final List<NodeProcess> NODES = new ArrayList<>();
  private static Path work;
  private static int http;
  private static int cluster;

  @BeforeAll
  static void start_three_nodes() {
    work = Path.of(System.getProperty("demo.work"), Long.toString(ProcessHandle.current().pid()));
    http = FreePorts.range(0, 1, 2);
    cluster = FreePorts.clusterOfThree();
    IntStream.range(0, 3).forEach(index -> NODES.add(start(index)));
    await().atMost(BOOT).until(() -> NODES.stream().noneMatch(node -> node.role().isEmpty()));
  }

  @AfterAll
  static void stop_whatever_still_runs() {
    NODES.forEach(NodeProcess::close);
  }

  private static NodeProcess start(int index) {
    String peers =
        "127.0.0.1:%d,127.0.0.1:%d,127.0.0.1:%d".formatted(cluster, cluster + 1, cluster + 2);
    return NodeProcess.start(
        "n" + (index + 1),
        http + index,
        work,
        List.of(
            "--cluster",
            Integer.toString(cluster + index),
            "--peers",
            peers,
            "--set",
            "primacy.lease=" + LEASE.toSeconds() + "s",
            "--set",
            "primacy.probes=true"));
  }

  private static NodeProcess primary() {
    await().atMost(BOOT).until(() -> NODES.stream().filter(NodeProcess::isPrimary).count() == 1);
    return NODES.stream().filter(NodeProcess::isPrimary).findFirst().orElseThrow();
  }

  private static List<NodeProcess> others(NodeProcess primary) {
    return NODES.stream().filter(node -> node != primary).toList();
  }

  @Test
  @Order(1)
  void one_node_is_primary_within_ten_seconds_of_the_last_nodes_start() {
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> NODES.stream().filter(NodeProcess::isPrimary).count() == 1);
    assertThat(others(primary())).extracting(NodeProcess::role).containsOnly("SECONDARY");
  }

  @Test
  @Order(2)
  void the_primary_stores_and_the_others_refuse_with_a_problem_document() {
    NodeProcess primary = primary();
    HttpResponse<String> stored = primary.post("/write", WRITE);
    assertThat(stored.statusCode()).isEqualTo(200);
    assertThat(json(stored).keySet()).containsExactlyInAnyOrder("node", "token", "counter");
    assertThat(json(stored).getString("node")).isEqualTo(primary.name());
    assertThat(json(stored).getJsonNumber("token").longValue()).isEqualTo(primary.token());
    for (NodeProcess other : others(primary)) {
      HttpResponse<String> refused = other.post("/write", WRITE);
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      assertThat(refused.headers().firstValue("Cache-Control")).contains("no-store");
      JsonObject problem = json(refused);
      assertThat(problem.keySet())
          .contains(
              "type",
              "title",
              "status",
              "detail",
              "instance",
              "group",
              "node",
              "role",
              "term",
              "reason",
              "retryAfterMs");
      assertThat(problem.getString("reason")).isEqualTo("NOT_PRIMARY");
      assertThat(problem.getString("role")).isEqualTo("SECONDARY");
    }
  }

  @Test
  @Order(3)
  @DisplayName("AT-1.2 AT-1.3")
  void the_workflow_succeeds_on_the_primary_and_answers_in_bluecats_words_elsewhere() {
    NodeProcess primary = primary();
    assertThat(primary.get("/workflow_name/path2").body()).isEqualTo("{\"result\":\"success\"}");
    for (NodeProcess other : others(primary)) {
      JsonObject answer = json(other.get("/workflow_name/path2"));
      assertThat(answer.getString("result")).isEqualTo("error");
      assertThat(answer.getString("message"))
          .isEqualTo("Secondary node should not perform the action.");
    }
  }

  @Test
  @Order(4)
  void the_cluster_is_told_as_json_and_as_html() {
    JsonObject report = json(primary().get("/cluster"));
    assertThat(report.getJsonArray("nodes")).hasSize(3);
    assertThat(report.getJsonArray("nodes").getValuesAs(JsonObject.class))
        .allSatisfy(
            node -> {
              assertThat(node.getString("lifecycle")).isEqualTo("UP");
              assertThat(node.getJsonObject("attributes")).isEmpty();
            });
    assertThat(report.getString("engine")).isEqualTo("zookeeper");
    assertThat(report.getJsonObject("store").getString("state")).isEqualTo("HEALTHY");
    assertThat(report.getJsonArray("guards").toString())
        .contains("WriteResource.write", "WorkflowResource.run", "FILTER", "INTERCEPTOR");
    assertThat(primary().get("/").body()).contains("<title>Primacy</title>");
  }

  @Test
  @Order(5)
  @DisplayName("AT-2.18 a balancer finds the primary among three nodes")
  void a_balancer_finds_the_primary() {
    NodeProcess primary = primary();
    for (NodeProcess node : NODES) {
      int expected = node == primary ? 200 : 409;
      assertThat(node.get("/primacy/ha_writable").statusCode()).isEqualTo(expected);
      assertThat(node.get("/primacy/primary").statusCode()).isEqualTo(node == primary ? 200 : 503);
      assertThat(node.get("/primacy/cluster").statusCode()).isEqualTo(404);
    }
  }

  @Test
  @Order(5)
  void a_page_from_elsewhere_can_neither_write_nor_step_down() {
    NodeProcess primary = primary();
    for (String path : List.of("/write", "/demo/step-down")) {
      HttpResponse<String> answer =
          primary.post(path, WRITE, "Origin", "http://evil.example:" + http);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
    assertThat(primary.post("/write", WRITE, "Origin", "http://localhost:" + http).statusCode())
        .isEqualTo(200);
  }

  @Test
  @Order(6)
  @DisplayName("AT-1.4")
  void a_primary_that_steps_down_tells_it_before_the_next_one_tells_its_own() {
    NodeProcess before = primary();
    long token = before.token();
    assertThat(before.post("/demo/step-down", "{}").statusCode()).isEqualTo(200);
    await().atMost(FAILOVER).until(() -> others(before).stream().anyMatch(NodeProcess::isPrimary));
    NodeProcess after = primary();
    assertThat(after.token()).isGreaterThan(token);
    assertThat(last(before)).isEqualTo("PRIMARY -> SECONDARY null");
    assertThat(last(after)).isEqualTo("SECONDARY -> PRIMARY " + after.token());
    assertThat(lastChangeAt(before)).isLessThanOrEqualTo(lastChangeAt(after));
    assertThat(before.post("/write", WRITE).statusCode()).isEqualTo(503);
    assertThat(after.post("/write", WRITE).statusCode()).isEqualTo(200);
  }

  private static String last(NodeProcess node) {
    List<JsonObject> events = node.events();
    JsonObject last = events.get(events.size() - 1);
    JsonValue token = last.get("token");
    return "%s -> %s %s".formatted(last.getString("previous"), last.getString("role"), token);
  }

  private static long lastChangeAt(NodeProcess node) {
    List<JsonObject> recent =
        json(node.get("/cluster")).getJsonArray("recent").getValuesAs(JsonObject.class);
    return recent.get(recent.size() - 1).getJsonNumber("at").longValue();
  }

  @Test
  @Order(7)
  @DisplayName(
      "AT-2.9, S2.27, S2.44: a killed primary is followed by one with a greater token and returns as secondary")
  void a_killed_primary_is_followed_by_one_with_a_greater_token_and_returns_as_secondary() {
    NodeProcess killed = primary();
    int index = NODES.indexOf(killed);
    long token = killed.token();
    killed.kill();
    await().atMost(FAILOVER).until(() -> others(killed).stream().anyMatch(NodeProcess::isPrimary));
    NodeProcess next =
        others(killed).stream().filter(NodeProcess::isPrimary).findFirst().orElseThrow();
    assertThat(next.token()).isGreaterThan(token);

    NODES.set(index, start(index));
    await().atMost(BOOT).until(() -> NODES.get(index).role().equals("SECONDARY"));
    assertThat(NODES.get(index).events())
        .extracting(event -> event.getString("role"))
        .doesNotContain("PRIMARY");
    assertThat(NODES.get(index).events().get(0).get("previous")).isEqualTo(JsonValue.NULL);
  }

  @Test
  @Order(8)
  void the_history_of_every_node_is_contiguous_and_starts_with_one() {
    for (NodeProcess node : NODES) {
      List<JsonObject> events = node.events();
      assertThat(events).isNotEmpty();
      for (int i = 0; i < events.size(); i++) {
        assertThat(events.get(i).getInt("seq")).isEqualTo(i + 1);
        JsonValue previous = i == 0 ? JsonValue.NULL : events.get(i - 1).get("role");
        assertThat(events.get(i).get("previous")).isEqualTo(previous);
      }
    }
  }

  @Test
  @Order(9)
  @DisplayName("S2.46: a stopped primary lets in none of the calls sent to it meanwhile")
  void a_stopped_primary_lets_in_none_of_the_calls_sent_to_it_meanwhile() {
    NodeProcess stopped = primary();
    long token = stopped.token();
    List<CompletableFuture<Integer>> sent;
    stopped.signal("STOP");
    try {
      sent = IntStream.range(0, 10).mapToObj(i -> stopped.postLater("/write", WRITE)).toList();
      await().atMost(BOOT).until(() -> others(stopped).stream().anyMatch(NodeProcess::isPrimary));
    } finally {
      stopped.signal("CONT");
    }
    assertThat(sent).extracting(CompletableFuture::join).containsOnly(503);
    assertThat(primary().token()).isGreaterThan(token);
    await().atMost(BOOT).until(() -> stopped.role().equals("SECONDARY"));
  }

  @Test
  @Order(10)
  void a_terminated_primary_hands_over_and_is_gone_within_twenty_seconds() {
    NodeProcess leaving = primary();
    long token = leaving.token();
    assertThat(leaving.terminate()).isEqualTo(143);
    assertThat(leaving.output()).contains("PRIMACY-2102: guard closed", "PRIMACY-4023");
    await().atMost(LEASE).until(() -> others(leaving).stream().anyMatch(NodeProcess::isPrimary));
    NodeProcess next =
        others(leaving).stream().filter(NodeProcess::isPrimary).findFirst().orElseThrow();
    assertThat(next.token()).isGreaterThan(token);
  }

  @Test
  @Order(11)
  @DisplayName("AT-1.1")
  void a_standalone_node_tells_one_event_and_lets_everything_in() {
    try (NodeProcess alone = NodeProcess.start("alone", FreePorts.range(0), work, List.of())) {
      await().atMost(BOOT).until(() -> !alone.role().isEmpty());
      assertThat(alone.get("/role").body())
          .isEqualTo("{\"node\":\"alone\",\"role\":\"NOT_IN_GROUP\",\"token\":null}");
      assertThat(alone.get("/events").body())
          .isEqualTo(
              "{\"events\":[{\"seq\":1,\"role\":\"NOT_IN_GROUP\",\"token\":null,\"previous\":null}]}");
      assertThat(alone.get("/workflow_name/path2").body()).isEqualTo("{\"result\":\"success\"}");
      assertThat(alone.post("/write", WRITE).statusCode()).isEqualTo(200);
      assertThat(alone.post("/demo/step-down", "{}").statusCode()).isEqualTo(409);
      assertThat(alone.terminate()).isEqualTo(143);
    }
  }
}
