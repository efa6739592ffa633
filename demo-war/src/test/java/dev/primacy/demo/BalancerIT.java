package dev.primacy.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.demo.Writer.Write;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Three nodes behind a balancer, written to all the while. Needs HAProxy and nginx (Debian:
 * haproxy, nginx); with {@code -Dbalancer.required=true} it is a failure if one is missing.
 */
class BalancerIT {
  private static final Duration LEASE = Duration.ofSeconds(2);

  /** The lease and its drift, the ensemble's own recovery, and the balancer's slowest check. */
  private static final Duration BOUND = LEASE.multipliedBy(2).plusSeconds(15);

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int SOME = 100;
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  private final WriteLog resource = new WriteLog();

  @AfterEach
  void stopTheResource() {
    resource.close();
  }

  @Test
  @DisplayName(
      "AT-2.18, S1.19, S2.38: HAProxy asks the nodes: reads to all, writes to the new primary")
  void writes_through_haproxy_reach_the_new_primary() {
    Path program = Programs.needed("haproxy");
    Map<String, String> settings = settings(Map.of("primacy.probes", "true"));
    try (ThreeNodes nodes = ThreeNodes.start(work("haproxy"), settings);
        Balancer balancer = Balancer.haproxy(program, work("haproxy"), nodes.addresses())) {
      followsThePrimary("HAProxy", nodes, balancer);
    }
  }

  @Test
  @DisplayName("S2.38: through nginx, which asks nobody, writes find the new primary")
  void writes_through_nginx_reach_the_new_primary() {
    Path program = Programs.needed("nginx");
    Map<String, String> settings = settings(Map.of("primacy.guard.status", "429"));
    try (ThreeNodes nodes = ThreeNodes.start(work("nginx"), settings);
        Balancer balancer = Balancer.nginx(program, work("nginx"), nodes.addresses())) {
      followsThePrimary("nginx", nodes, balancer);
    }
  }

  private Map<String, String> settings(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.put("primacy.lease", LEASE.toSeconds() + "s");
    all.put("primacy.admin.enabled", "true");
    all.put("primacy.admin.token", TOKEN);
    all.put("primacy.admin.if-match", "optional");
    all.put("demo.resource", resource.address());
    return all;
  }

  private static Path work(String name) {
    long run = ProcessHandle.current().pid();
    return Path.of(System.getProperty("demo.work"), name + "-" + run);
  }

  private void followsThePrimary(String name, ThreeNodes nodes, Balancer balancer) {
    await().atMost(LONG).until(balancer::isListening);
    await(name + ": reads reach every node")
        .atMost(LONG)
        .until(() -> readers(balancer).containsAll(List.of("n1", "n2", "n3")));
    during(name + ", switchover", balancer, nodes, primary -> handOver(nodes, primary));
    during(name + ", kill -9", balancer, nodes, NodeProcess::kill);
  }

  /** Who answers a few reads. */
  private static Set<String> readers(Balancer balancer) {
    return IntStream.range(0, 9)
        .mapToObj(i -> balancer.read("/role").replaceAll(".*\"node\":\"([^\"]*)\".*", "$1"))
        .collect(Collectors.toSet());
  }

  private static void handOver(ThreeNodes nodes, NodeProcess primary) {
    NodeProcess next =
        nodes.nodes().stream().filter(node -> node != primary).findFirst().orElseThrow();
    String named = "{\"node\":\"" + next.name() + "\"}";
    // refused as long as the primary has not seen that node
    await("switchover")
        .atMost(LONG)
        .until(
            () ->
                primary
                        .post(
                            "/primacy/cluster/switchover",
                            named,
                            "Authorization",
                            "Bearer " + TOKEN)
                        .statusCode()
                    == 200);
  }

  /** Writes before, while and after something happens to the primary, and counts. */
  private void during(
      String what, Balancer balancer, ThreeNodes nodes, Consumer<NodeProcess> happens) {
    NodeProcess before = nodes.primary();
    try (Writer writer = Writer.start(balancer.address(), what.replaceAll("\\W+", "-"))) {
      await(what + ": writes reach the primary")
          .atMost(LONG)
          .until(() -> writer.done(write -> write.node().equals(before.name())) >= SOME);
      happens.accept(before);
      await(what + ": writes reach the new primary")
          .atMost(BOUND)
          .until(() -> writer.done(write -> !write.node().equals(before.name())) > 0);
      await(what + ": writes go on")
          .atMost(LONG)
          .until(() -> writer.done(write -> !write.node().equals(before.name())) >= SOME);
      await().atMost(LONG).until(writer::isOver);
      System.out.println(what + ": " + writer.summary());
      assertEachIsStoredOnceOrNotAtAll(writer.writes());
    }
  }

  private void assertEachIsStoredOnceOrNotAtAll(List<Write> writes) {
    List<String> stored = resource.stored();
    assertThat(stored).doesNotHaveDuplicates();
    Set<String> ids = new HashSet<>(stored);
    assertThat(writes)
        .filteredOn(Write::isDone)
        .isNotEmpty()
        .allMatch(write -> ids.contains(write.id()), "what was answered 200 is stored");
    assertThat(writes)
        .filteredOn(Write::isRefused)
        .noneMatch(write -> ids.contains(write.id()), "what was refused is stored");
  }
}
