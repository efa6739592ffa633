package dev.primacy.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.servers.launch.Ability;
import dev.primacy.servers.launch.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What servers start by themselves: timers, repeated methods, messages. */
interface WorkScenarios extends Scenarios {
  /** An application of its own: not every server has a broker. */
  String MESSAGES = "messages";

  @Test
  @Tag(LONG)
  @Order(300)
  default void a_timer_with_SKIP_runs_on_the_primary_only_and_follows_the_role()
      throws IOException {
    runsOnThePrimaryOnly("timer");
  }

  @Test
  @Tag(LONG)
  @Order(310)
  default void a_runAt_method_with_SKIP_runs_on_the_primary_only_and_follows_the_role()
      throws IOException {
    assume(Ability.RUN_AT);
    for (Node node : cluster().nodes()) {
      assertThat(node.post(APPLICATION, "triggers/run-at").status()).isEqualTo(204);
    }
    runsOnThePrimaryOnly("run-at");
  }

  /** What is due everywhere, and once more with a guard; the role is handed over in between. */
  private void runsOnThePrimaryOnly(String kind) throws IOException {
    Node first = cluster().primary();
    assertRuns(kind, first, cluster().other(first));
    assertThat(first.post(APPLICATION, "node/step-down").status()).isEqualTo(200);
    Scenarios.patiently().until(() -> cluster().isPrimary(cluster().other(first)));
    assertRuns(kind, cluster().other(first), first);
  }

  private static void assertRuns(String kind, Node primary, Node secondary) {
    long begin = System.nanoTime();
    Scenarios.patiently()
        .until(
            () ->
                primary.notes(kind + "-guarded", begin).size() > 2
                    && secondary.notes(kind, begin).size() > 2);
    assertThat(secondary.notes(kind + "-guarded", begin)).isEmpty();
  }

  @Test
  @Tag(LONG)
  @Order(320)
  default void a_message_is_lost_by_SKIP_on_the_secondary_and_comes_again_after_REJECT()
      throws IOException {
    assume(Ability.MESSAGES);
    for (Node node : cluster().nodes()) {
      node.deploy(Scenarios.archive(MESSAGES), MESSAGES);
    }
    Scenarios.patiently().until(() -> states(MESSAGES).equals(List.of("PRIMARY 2", "SECONDARY 2")));
    Node primary = withRole("PRIMARY");
    Node secondary = cluster().other(primary);
    assertThat(Files.readString(primary.log()))
        .contains("RejectingConsumer.onMessage", "SkippingConsumer.onMessage");
    assertThat(primary.post(MESSAGES, "messages/one").body()).isEqualTo("PRIMARY");
    Scenarios.patiently()
        .until(() -> heard(primary).equals(Set.of("skipping one", "rejecting one")));
    assertThat(secondary.post(MESSAGES, "messages/two").body()).isEqualTo("SECONDARY");
    assertThat(primary.post(MESSAGES, "node/step-down").status()).isEqualTo(200);
    Scenarios.patiently().until(() -> heard(secondary).contains("rejecting two"));
    assertThat(secondary.post(MESSAGES, "messages/three").body()).isEqualTo("PRIMARY");
    Scenarios.patiently().until(() -> heard(secondary).contains("skipping three"));
    assertThat(heard(secondary)).doesNotContain("skipping two");
    for (Node node : cluster().nodes()) {
      node.undeploy(MESSAGES);
    }
    Scenarios.patiently().until(() -> states(MESSAGES).equals(List.of("", "")));
  }

  private List<String> states(String application) {
    return cluster().nodes().stream().map(node -> node.state(application)).sorted().toList();
  }

  private Node withRole(String role) {
    return cluster().nodes().stream()
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
}
