package dev.primacy.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.servers.launch.Ability;
import dev.primacy.servers.launch.Answer;
import dev.primacy.servers.launch.Node;
import dev.primacy.servers.launch.Note;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the guard refuses, and what it does not let happen. */
interface GuardScenarios extends Scenarios {
  /** On a server that has such beans. */
  String ENTERPRISE_BEAN = "enterprise-bean";

  /** What {@code dev.primacy.servers.guard} has. */
  List<String> GUARDED =
      List.of(
          "request-scoped",
          "application-scoped",
          "unscoped",
          "interface",
          "locator/new",
          "locator/bean",
          "stage",
          "suspended",
          ENTERPRISE_BEAN);

  @Test
  @Order(200)
  default void a_guarded_resource_answers_503_with_a_problem_on_the_secondary() throws IOException {
    Node primary = cluster().primary();
    Answer done = primary.post(APPLICATION, "orders/one");
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(done.header("Primacy-Term")).isEqualTo(done.body());
    Node secondary = cluster().other(primary);
    Scenarios.assertRefused(secondary.post(APPLICATION, "orders/two"));
    assertThat(primary.notes("order")).hasSize(1);
    assertThat(secondary.notes("order")).isEmpty();
  }

  @Test
  @Order(210)
  default void every_way_to_guard_a_resource_refuses_on_the_secondary() throws IOException {
    Node primary = cluster().primary();
    Node secondary = cluster().other(primary);
    List<String> guarded = guarded();
    for (String path : guarded) {
      Scenarios.assertRefused(secondary.get(APPLICATION, "guard/" + path));
    }
    assertThat(secondary.notes("guarded")).isEmpty();
    for (String path : guarded) {
      Answer answer = primary.get(APPLICATION, "guard/" + path);
      assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(path);
      assertThat(answer.header("Primacy-Term")).as(path).isNotEmpty();
    }
    assertThat(primary.notes("guarded"))
        .extracting(note -> note.words().get(0))
        .containsExactlyElementsOf(guarded);
  }

  private List<String> guarded() {
    boolean all = server().abilities().contains(Ability.ENTERPRISE);
    return GUARDED.stream().filter(path -> all || !path.equals(ENTERPRISE_BEAN)).toList();
  }

  /** All refusals of these scenarios pass it; here it is seen to be in place. */
  @Test
  @Order(220)
  default void a_mapper_for_every_exception_leaves_refusals_alone() throws IOException {
    for (Node node : cluster().nodes()) {
      assertThat(node.get(APPLICATION, "guard/defect").status()).isEqualTo(418);
    }
    Node secondary = cluster().other(cluster().primary());
    for (String path : guarded()) {
      Scenarios.assertRefused(secondary.get(APPLICATION, "guard/" + path));
    }
  }

  @Test
  @Order(230)
  default void a_transaction_is_undone_if_the_role_ends_before_its_commit() throws IOException {
    assume(Ability.ENTERPRISE);
    Node primary = cluster().primary();
    Answer done = primary.post(APPLICATION, "postings/early");
    assertThat(done.status()).as(done.body()).isEqualTo(204);
    assertThat(outcome(primary, "early")).containsExactly("early", "committed");
    CompletableFuture<Answer> late =
        CompletableFuture.supplyAsync(() -> post(primary, "postings/late/late"));
    Scenarios.patiently().until(() -> !primary.notes("posting").isEmpty());
    assertThat(primary.post(APPLICATION, "node/step-down").status()).isEqualTo(200);
    Answer undone = late.join();
    assertThat(undone.status()).as(undone.body()).isGreaterThanOrEqualTo(400);
    assertThat(outcome(primary, "late")).containsExactly("late", "undone");
  }

  private static Answer post(Node node, String resource) {
    try {
      return node.post(APPLICATION, resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> outcome(Node node, String id) {
    return node.notes("posted").stream()
        .map(Note::words)
        .filter(words -> words.get(0).equals(id))
        .findFirst()
        .orElseThrow();
  }
}
