package dev.primacy.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.servers.launch.Ability;
import dev.primacy.servers.launch.Answer;
import dev.primacy.servers.launch.Node;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Two applications on one server. */
interface NeighbourScenarios extends Scenarios {
  /** The other application, in a cluster of its own. */
  String NEIGHBOUR = "neighbour";

  /** As its configuration has it. */
  String TOKEN = "a-token-of-the-scenarios-and-of-nothing-else";

  /** What operators read. */
  String CLUSTER = "primacy/cluster";

  @Test
  @Order(400)
  default void two_applications_on_one_server_have_roles_and_events_of_their_own()
      throws Exception {
    assume(Ability.UNDEPLOY);
    Node primary = cluster().primary();
    Node secondary = cluster().other(primary);
    int before = primary.notes("role").size();
    for (Node node : List.of(secondary, primary)) {
      node.deploy(Scenarios.archive(NEIGHBOUR), NEIGHBOUR);
      Scenarios.patiently().until(() -> !node.state(NEIGHBOUR).isEmpty());
    }
    Scenarios.patiently().until(() -> cluster().isReady(NEIGHBOUR));
    // whoever was there first leads: one application each
    assertThat(secondary.state(NEIGHBOUR)).startsWith("PRIMARY");
    assertThat(secondary.post(NEIGHBOUR, "neighbour").status()).isEqualTo(204);
    Scenarios.assertRefused(primary.post(NEIGHBOUR, "neighbour"));
    Scenarios.assertRefused(secondary.post(APPLICATION, "orders/beside"));
    assertThat(primary.notes("neighbour-role"))
        .allSatisfy(note -> assertThat(note.words()).endsWith("neighbour"));
    assertLeavesAlone(primary, before);
  }

  private void assertLeavesAlone(Node primary, int before) throws Exception {
    List<String> threads = ourThreads(primary);
    primary.undeploy(NEIGHBOUR);
    Scenarios.patiently().until(() -> primary.state(NEIGHBOUR).isEmpty());
    Scenarios.patiently().until(() -> ourThreads(primary).size() < threads.size());
    assertThat(ourThreads(primary)).isNotEmpty();
    assertThat(cluster().isReady(APPLICATION)).isTrue();
    assertThat(cluster().primary()).isSameAs(primary);
    assertThat(primary.notes("role")).hasSize(before);
  }

  private static List<String> ourThreads(Node node) throws Exception {
    return node.threads().stream().filter(name -> name.startsWith("primacy-")).toList();
  }

  @Test
  @Order(410)
  default void operating_is_off_unless_configured_and_needs_the_token() throws IOException {
    assume(Ability.UNDEPLOY);
    Node node = cluster().other(cluster().primary());
    assertThat(node.ask(APPLICATION, CLUSTER, TOKEN).status()).isEqualTo(404);
    assertThat(node.ask(NEIGHBOUR, CLUSTER, "").status()).isEqualTo(401);
    assertThat(node.ask(NEIGHBOUR, CLUSTER, TOKEN + "x").status()).isEqualTo(401);
    Answer told = node.ask(NEIGHBOUR, CLUSTER, TOKEN);
    assertThat(told.status()).as(told.body()).isEqualTo(200);
    assertThat(told.body()).contains("neighbour").doesNotContain("\"servers\"");
    node.undeploy(NEIGHBOUR);
    Scenarios.patiently().until(() -> node.state(NEIGHBOUR).isEmpty());
  }
}
