package dev.primacy.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.servers.launch.Ability;
import dev.primacy.servers.launch.Node;
import dev.primacy.servers.launch.Note;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Applications and servers that come and go. */
interface LifecycleScenarios extends Scenarios {
  /** Half a lease: whoever leads within this time did not wait for the end of one. */
  Duration AT_ONCE = Duration.ofSeconds(3);

  @Test
  @Order(500)
  default void an_undeployed_primary_hands_over_at_once_and_comes_back_as_a_secondary()
      throws IOException {
    assume(Ability.UNDEPLOY);
    Node left = cluster().primary();
    long begin = System.nanoTime();
    left.undeploy(APPLICATION);
    assertHandedOver(left, begin);
    assertComesBackAsSecondary(left);
  }

  @Test
  @Order(510)
  default void an_undeployed_application_leaves_no_thread_behind() throws Exception {
    assume(Ability.UNDEPLOY);
    Node node = cluster().primary();
    assertThat(ourThreads(node)).isNotEmpty();
    node.undeploy(APPLICATION);
    Scenarios.patiently().until(() -> ourThreads(node).isEmpty());
  }

  private static List<String> ourThreads(Node node) throws Exception {
    return node.threads().stream().filter(name -> name.startsWith("primacy-")).toList();
  }

  @Test
  @Tag(LONG)
  @Order(520)
  default void another_version_takes_part_beside_the_one_before() throws IOException {
    assume(Ability.UNDEPLOY);
    Node changed = cluster().other(cluster().primary());
    replace(changed, Scenarios.archive("next"));
    assertThat(changed.get(APPLICATION, "node/version").body()).isEqualTo("2");
    Node before = cluster().primary();
    assertThat(before.get(APPLICATION, "node/version").body()).isEqualTo("1");
    Scenarios.assertRefused(changed.post(APPLICATION, "orders/refused"));
    assertThat(before.post(APPLICATION, "node/step-down").status()).isEqualTo(200);
    Scenarios.patiently().until(() -> cluster().isPrimary(changed));
    assertThat(changed.post(APPLICATION, "orders/by-the-next").status()).isEqualTo(200);
    replace(changed, Scenarios.archive(APPLICATION));
    assertThat(changed.get(APPLICATION, "node/version").body()).isEqualTo("1");
  }

  private void replace(Node node, Path archive) throws IOException {
    long begin = System.nanoTime();
    node.undeploy(APPLICATION);
    Scenarios.patiently().until(() -> gone(node, begin));
    node.deploy(archive, APPLICATION);
    Scenarios.patiently().until(() -> cluster().isReady(APPLICATION));
  }

  private static boolean gone(Node node, long since) {
    return node.notes("role", since).stream()
        .anyMatch(note -> note.words().get(2).equals("NOT_IN_GROUP"));
  }

  @Test
  @Tag(LONG)
  @Order(600)
  default void a_server_that_is_told_to_stop_hands_over_at_once() throws Exception {
    Node left = cluster().primary();
    long begin = System.nanoTime();
    left.terminate();
    assertHandedOver(left, begin);
    assertThat(left.ends(PATIENCE)).isTrue();
    assertComesBackAsSecondary(left);
  }

  /** By the graceful path, down to its last event, and so quickly that no lease ran out. */
  private void assertHandedOver(Node left, long begin) {
    Node heir = cluster().other(left);
    Scenarios.patiently().until(() -> !heir.notes("lead", begin).isEmpty());
    Scenarios.patiently().until(() -> left.notes("role", begin).size() >= 2);
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
    cluster().ready();
    assertThat(cluster().primary()).isSameAs(cluster().other(left));
  }

  /** Reads what the scenario before has left in the journal. */
  @Test
  @Tag(LONG)
  @Order(610)
  default void the_others_are_told_of_a_node_that_leaves_and_comes_back() {
    Node stayed = cluster().primary();
    String name = cluster().other(stayed).name();
    assertThat(stayed.notes("left")).extracting(Note::words).endsWith(List.of(name, "LEFT"));
    assertThat(stayed.notes("joined"))
        .filteredOn(note -> note.words().get(0).equals(name))
        .hasSizeGreaterThan(1);
  }
}
