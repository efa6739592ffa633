package dev.primacy.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.servers.launch.Ability;
import dev.primacy.servers.launch.Answer;
import dev.primacy.servers.launch.Node;
import dev.primacy.servers.launch.Note;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What observers hear. */
interface EventScenarios extends Scenarios {
  @Test
  @Order(100)
  default void role_events_reach_observers_in_order() {
    Node primary = cluster().primary();
    for (Node node : cluster().nodes()) {
      Scenarios.patiently().until(() -> !node.notes("joined").isEmpty());
      assertThat(node.notes("joined"))
          .extracting(note -> note.words().get(0))
          .contains(cluster().other(node).name());
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
    assertThat(cluster().other(primary).notes("lead")).isEmpty();
  }

  @Test
  @Order(110)
  default void an_observer_of_a_role_finds_the_naming_of_its_application() {
    assume(Ability.ENTERPRISE);
    for (Node node : cluster().nodes()) {
      assertThat(node.notes("naming"))
          .isNotEmpty()
          .allSatisfy(note -> assertThat(note.words()).endsWith("found"));
    }
  }

  @Test
  @Order(120)
  default void an_event_for_the_cluster_reaches_both_servers_once() throws IOException {
    assume(Ability.PORTABLE_EXTENSIONS);
    for (Node node : cluster().nodes()) {
      assertThat(node.post(APPLICATION, "triggers/cluster/from-" + node.name()).status())
          .isEqualTo(204);
    }
    for (Node node : cluster().nodes()) {
      Scenarios.patiently().until(() -> node.notes("from-cluster").size() >= 2);
      assertThat(node.notes("from-cluster"))
          .extracting(Note::words)
          .containsExactlyInAnyOrder(List.of("from-n1", "n1"), List.of("from-n2", "n2"));
    }
  }

  @Test
  @Order(130)
  default void an_observer_with_SKIP_hears_events_of_the_application_on_the_primary_only()
      throws IOException {
    Node primary = cluster().primary();
    for (Node node : cluster().nodes()) {
      assertThat(node.post(APPLICATION, "triggers/event/" + node.name()).status()).isEqualTo(204);
      assertThat(node.notes("observer")).hasSize(1);
    }
    assertThat(primary.notes("observer-guarded")).hasSize(1);
    assertThat(cluster().other(primary).notes("observer-guarded")).isEmpty();
  }

  @Test
  @Order(115)
  default void an_observer_of_a_role_runs_on_a_managed_thread() {
    assume(Ability.CONCURRENCY);
    for (Node node : cluster().nodes()) {
      assertThat(node.notes("thread"))
          .isNotEmpty()
          .allSatisfy(note -> assertThat(note.words()).containsExactly("managed"));
    }
  }

  @Test
  @Order(116)
  default void an_observer_of_a_view_hears_of_the_other_node() {
    for (Node node : cluster().nodes()) {
      String other = cluster().other(node).name();
      Scenarios.patiently()
          .until(
              () ->
                  node.notes("appeared").stream()
                      .anyMatch(note -> note.words().equals(List.of(other))));
    }
  }

  @Test
  @Order(117)
  default void what_copies_state_is_found_on_both() {
    for (Node node : cluster().nodes()) {
      assertThat(node.notes("schema"))
          .isNotEmpty()
          .allSatisfy(note -> assertThat(note.words()).containsExactly("1"));
    }
  }

  @Test
  @Order(118)
  default void a_resource_of_the_primary_is_open_there_and_nowhere_else() {
    assume(Ability.ROLE_RESOURCES);
    Node primary = cluster().primary();
    assertThat(lastOf("drawer", primary)).contains(List.of("open"));
    assertThat(lastOf("drawer", cluster().other(primary)))
        .isNotEqualTo(Optional.of(List.of("open")));
  }

  private static Optional<List<String>> lastOf(String kind, Node node) {
    List<Note> notes = node.notes(kind);
    return notes.isEmpty() ? Optional.empty() : Optional.of(notes.get(notes.size() - 1).words());
  }

  @Test
  @Order(140)
  default void health_is_up_on_both_and_knows_who_is_what() throws IOException {
    assume(Ability.HEALTH);
    Node primary = cluster().primary();
    assertReady(primary, "primary");
    assertReady(cluster().other(primary), "secondary");
  }

  private static void assertReady(Node node, String role) throws IOException {
    Answer told = node.readiness();
    assertThat(told.status()).as(told.body()).isEqualTo(200);
    assertThat(told.body().replaceAll("\\s", ""))
        .contains("\"primacy-readiness\"", "\"group.servers.role\":\"" + role + "\"");
  }
}
