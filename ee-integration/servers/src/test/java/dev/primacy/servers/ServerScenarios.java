package dev.primacy.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.primacy.servers.launch.Ability;
import dev.primacy.servers.launch.Answer;
import dev.primacy.servers.launch.Cluster;
import dev.primacy.servers.launch.Node;
import dev.primacy.servers.launch.Note;
import dev.primacy.servers.launch.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What has to be the same on every server. Two servers run one application; each scenario begins
 * when both run and know their primary. They are ordered so that few servers have to be started
 * again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 8, unit = TimeUnit.MINUTES)
abstract class ServerScenarios {
  private static final String APPLICATION = "servers";
  private static final String MESSAGES = "messages";

  /** Half a lease: whoever leads within this time did not wait for the end of one. */
  private static final Duration AT_ONCE = Duration.ofSeconds(3);

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @RegisterExtension final Column column = new Column();

  private final Server server;
  private Cluster cluster;

  ServerScenarios(Server server) {
    this.server = server;
  }

  Server server() {
    return server;
  }

  @BeforeAll
  void set_up() throws Exception {
    assumeTrue(server.java().isPresent(), server.title() + ": no JDK that it runs on");
    Path directory = Path.of(System.getProperty("servers.work"), getClass().getSimpleName());
    assertThat(directory).doesNotExist();
    cluster = Cluster.of(server, directory, archive(APPLICATION), APPLICATION);
  }

  private static Path archive(String application) {
    return Path.of(System.getProperty("servers.archive." + application));
  }

  @AfterAll
  void end() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @BeforeEach
  void all_is_well() throws IOException {
    cluster.ready();
  }

  @Test
  @Order(1)
  void role_events_reach_observers_in_order() {
    Node primary = cluster.primary();
    for (Node node : cluster.nodes()) {
      patiently().until(() -> !node.notes("joined").isEmpty());
      assertThat(node.notes("joined"))
          .extracting(note -> note.words().get(0))
          .contains(cluster.other(node).name());
      List<Note> roles = node.notes("role");
      assertThat(roles.get(0).words()).startsWith("1", "-").contains("STARTED");
      for (int i = 1; i < roles.size(); i++) {
        assertThat(roles.get(i).number(0)).isEqualTo(i + 1L);
        assertThat(roles.get(i).words().get(1)).isEqualTo(roles.get(i - 1).words().get(2));
      }
      assertThat(roles.get(roles.size() - 1).words().get(2))
          .isEqualTo(node == primary ? "PRIMARY" : "SECONDARY");
    }
    assertThat(primary.notes("lead")).hasSize(1);
    assertThat(cluster.other(primary).notes("lead")).isEmpty();
  }

  @Test
  @Order(2)
  void a_guarded_resource_answers_503_with_a_problem_on_the_secondary() throws IOException {
    Node primary = cluster.primary();
    Answer done = primary.post(APPLICATION, "orders/one");
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(done.header("Primacy-Term")).isEqualTo(done.body());
    Node secondary = cluster.other(primary);
    assertRefused(secondary.post(APPLICATION, "orders/two"));
    assertThat(primary.notes("order")).hasSize(1);
    assertThat(secondary.notes("order")).isEmpty();
  }

  private static void assertRefused(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(503);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"status\":503", "\"reason\":\"");
    assertThat(answer.header("Retry-After")).isNotEmpty();
    assertThat(answer.header("Primacy-Role")).isEqualToIgnoringCase("secondary");
  }

  @Test
  @Order(3)
  void an_observer_with_SKIP_hears_events_of_the_application_on_the_primary_only()
      throws IOException {
    Node primary = cluster.primary();
    for (Node node : cluster.nodes()) {
      assertThat(node.post(APPLICATION, "triggers/event/" + node.name()).status()).isEqualTo(204);
      assertThat(node.notes("observer")).hasSize(1);
    }
    assertThat(primary.notes("observer-guarded")).hasSize(1);
    assertThat(cluster.other(primary).notes("observer-guarded")).isEmpty();
  }

  @Test
  @Order(4)
  void a_timer_with_SKIP_runs_on_the_primary_only_and_follows_the_role() throws IOException {
    runsOnThePrimaryOnly("timer");
  }

  @Test
  @Order(5)
  void a_runAt_method_with_SKIP_runs_on_the_primary_only_and_follows_the_role() throws IOException {
    assume(Ability.RUN_AT);
    for (Node node : cluster.nodes()) {
      assertThat(node.post(APPLICATION, "triggers/run-at").status()).isEqualTo(204);
    }
    runsOnThePrimaryOnly("run-at");
  }

  /** What is due everywhere, and once more with a guard; the role is handed over in between. */
  private void runsOnThePrimaryOnly(String kind) throws IOException {
    Node first = cluster.primary();
    assertRuns(kind, first, cluster.other(first));
    assertThat(first.post(APPLICATION, "node/step-down").status()).isEqualTo(200);
    patiently().until(() -> cluster.isPrimary(cluster.other(first)));
    assertRuns(kind, cluster.other(first), first);
  }

  private static void assertRuns(String kind, Node primary, Node secondary) {
    long begin = System.nanoTime();
    patiently()
        .until(
            () ->
                primary.notes(kind + "-guarded", begin).size() > 2
                    && secondary.notes(kind, begin).size() > 2);
    assertThat(secondary.notes(kind + "-guarded", begin)).isEmpty();
  }

  @Test
  @Order(6)
  void a_message_is_lost_by_SKIP_on_the_secondary_and_comes_again_after_REJECT()
      throws IOException {
    assume(Ability.MESSAGES);
    for (Node node : cluster.nodes()) {
      node.deploy(archive(MESSAGES), MESSAGES);
    }
    patiently().until(() -> states(MESSAGES).equals(List.of("PRIMARY 2", "SECONDARY 2")));
    Node primary = withRole("PRIMARY");
    Node secondary = cluster.other(primary);
    assertThat(Files.readString(primary.log()))
        .contains("RejectingConsumer.onMessage", "SkippingConsumer.onMessage");
    assertThat(primary.post(MESSAGES, "messages/one").body()).isEqualTo("PRIMARY");
    patiently().until(() -> heard(primary).equals(Set.of("skipping one", "rejecting one")));
    assertThat(secondary.post(MESSAGES, "messages/two").body()).isEqualTo("SECONDARY");
    assertThat(primary.post(MESSAGES, "node/step-down").status()).isEqualTo(200);
    patiently().until(() -> heard(secondary).contains("rejecting two"));
    assertThat(secondary.post(MESSAGES, "messages/three").body()).isEqualTo("PRIMARY");
    patiently().until(() -> heard(secondary).contains("skipping three"));
    assertThat(heard(secondary)).doesNotContain("skipping two");
    for (Node node : cluster.nodes()) {
      node.undeploy(MESSAGES);
    }
    patiently().until(() -> states(MESSAGES).equals(List.of("", "")));
  }

  private List<String> states(String application) {
    return cluster.nodes().stream().map(node -> node.state(application)).sorted().toList();
  }

  private Node withRole(String role) {
    return cluster.nodes().stream()
        .filter(node -> node.state(MESSAGES).startsWith(role))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> heard(Node node) {
    Set<String> heard = new TreeSet<>();
    for (String kind : List.of("skipping", "rejecting")) {
      node.notes(kind).forEach(note -> heard.add(kind + " " + note.words().get(0)));
    }
    return heard;
  }

  @Test
  @Order(7)
  void an_undeployed_primary_hands_over_at_once_and_comes_back_as_a_secondary() throws IOException {
    assume(Ability.UNDEPLOY);
    Node left = cluster.primary();
    long begin = System.nanoTime();
    left.undeploy(APPLICATION);
    assertHandedOver(left, begin);
    assertComesBackAsSecondary(left);
  }

  @Test
  @Order(8)
  void an_undeployed_application_leaves_no_thread_behind() throws Exception {
    assume(Ability.UNDEPLOY);
    Node node = cluster.primary();
    assertThat(ourThreads(node)).isNotEmpty();
    node.undeploy(APPLICATION);
    patiently().until(() -> ourThreads(node).isEmpty());
  }

  private static List<String> ourThreads(Node node) throws Exception {
    return node.threads().stream().filter(name -> name.startsWith("primacy-")).toList();
  }

  @Test
  @Order(9)
  void a_server_that_is_told_to_stop_hands_over_at_once() throws Exception {
    Node left = cluster.primary();
    long begin = System.nanoTime();
    left.terminate();
    assertHandedOver(left, begin);
    assertThat(left.ends(PATIENCE)).isTrue();
    assertComesBackAsSecondary(left);
  }

  /** By the graceful path, down to its last event, and so quickly that no lease ran out. */
  private void assertHandedOver(Node left, long begin) {
    Node heir = cluster.other(left);
    patiently().until(() -> !heir.notes("lead", begin).isEmpty());
    patiently().until(() -> left.notes("role", begin).size() >= 2);
    Note closed = left.notes("changing", begin).get(0);
    assertThat(closed.words()).containsExactly("PRIMARY", "SECONDARY", "SHUTDOWN");
    assertThat(left.notes("role", begin))
        .extracting(note -> note.words().subList(1, 4))
        .containsExactly(
            List.of("PRIMARY", "SECONDARY", "SHUTDOWN"),
            List.of("SECONDARY", "NOT_IN_GROUP", "SHUTDOWN"));
    Duration gap = Duration.ofNanos(heir.notes("lead", begin).get(0).nanos() - closed.nanos());
    assertThat(gap).isLessThan(AT_ONCE);
  }

  private void assertComesBackAsSecondary(Node left) throws IOException {
    cluster.ready();
    assertThat(cluster.primary()).isSameAs(cluster.other(left));
  }

  @Test
  @Order(10)
  void a_primary_that_was_stopped_for_longer_than_its_lease_refuses_when_it_goes_on()
      throws Exception {
    Node paused = cluster.primary();
    long begin = System.nanoTime();
    paused.pause();
    try {
      patiently().until(() -> !cluster.other(paused).notes("lead", begin).isEmpty());
    } finally {
      paused.resume();
    }
    assertRefused(paused.post(APPLICATION, "orders/late"));
    patiently().until(() -> !paused.notes("role", begin).isEmpty());
    assertThat(paused.notes("role", begin).get(0).words())
        .containsSequence("PRIMARY", "SECONDARY")
        .containsAnyOf("LEASE_EXPIRED", "EXPELLED", "SUPERSEDED");
  }

  /**
   * The last one, since it leaves a server dead; it looks at all that was scheduled since the
   * first.
   */
  @Test
  @Order(11)
  void a_schedule_of_the_primary_never_fires_twice_over_all_of_this_and_a_kill() {
    Node killed = cluster.primary();
    Node heir = cluster.other(killed);
    fires(killed);
    long begin = System.nanoTime();
    killed.kill();
    patiently().until(() -> !heir.notes("lead", begin).isEmpty());
    fires(heir);
    List<Note> all =
        Stream.of(killed, heir).flatMap(node -> node.notes("firing").stream()).toList();
    Set<Long> seconds = new TreeSet<>();
    List<Long> twice = new ArrayList<>();
    all.forEach(
        note -> {
          if (!seconds.add(note.number(0))) {
            twice.add(note.number(0));
          }
        });
    assertThat(twice).isEmpty();
    assertThat(missing(seconds)).as("lost by the kill, by the pause").hasSizeLessThanOrEqualTo(2);
  }

  private static void fires(Node primary) {
    long begin = System.nanoTime();
    patiently().until(() -> primary.notes("firing", begin).size() > 2);
  }

  private static List<Long> missing(Set<Long> seconds) {
    List<Long> missing = new ArrayList<>();
    long expected = 0;
    for (long second : seconds) {
      for (; expected != 0 && expected < second; expected++) {
        missing.add(expected);
      }
      expected = second + 1;
    }
    return missing;
  }

  private void assume(Ability ability) {
    assumeTrue(server.abilities().contains(ability), ability.absence());
  }

  private static ConditionFactory patiently() {
    return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200));
  }
}
