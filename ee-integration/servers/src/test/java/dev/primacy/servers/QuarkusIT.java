package dev.primacy.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.servers.launch.Node;
import dev.primacy.servers.launch.Note;
import dev.primacy.servers.launch.Quarkus;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

class QuarkusIT extends ServerScenarios {
  QuarkusIT() {
    super(new Quarkus());
  }

  /** Where no extension stands before observers, Primacy itself keeps them apart. */
  @Test
  @Order(101)
  void observers_that_throw_keep_nobody_from_hearing() {
    for (Node node : cluster().nodes()) {
      List<List<String>> expected =
          node.notes("role").stream().flatMap(QuarkusIT::toldInOrder).toList();
      assertThat(expected).isNotEmpty();
      Scenarios.patiently().until(() -> node.notes("crowd").size() >= expected.size());
      assertThat(node.notes("crowd").stream().map(Note::words).limit(expected.size()).toList())
          .isEqualTo(expected);
      Scenarios.patiently().until(() -> node.notes("crowd-failed").size() >= 2);
      assertThat(node.notes("crowd-failed").subList(0, 2))
          .extracting(note -> note.words().get(0))
          .containsExactly("IOException", "IllegalStateException");
    }
  }

  private static Stream<List<String>> toldInOrder(Note role) {
    return Stream.of("first", "second", "third").map(who -> List.of(who, role.words().get(0)));
  }
}
