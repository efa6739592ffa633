package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many groups are named in a line. */
class GroupNamesTest {
  private static final int MANY = 200;

  private static TestNode.Builder nodeOfMany() {
    return node("n-" + UUID.randomUUID(), "n1")
        .with(
            "primacy.groups",
            IntStream.range(1, MANY).mapToObj(i -> "tenant-" + i).collect(Collectors.joining(",")));
  }

  @Test
  void a_few_are_all_named() {
    assertThat(GroupNames.shown(List.of("a", "b"), ",")).isEqualTo("a,b");
    assertThat(GroupNames.shown(List.of(), ",")).isEmpty();
  }

  @Test
  void of_many_the_first_are_named_and_all_are_counted() {
    List<String> names = IntStream.range(0, 25).mapToObj(i -> "g" + i).toList();
    assertThat(GroupNames.shown(names, ", "))
        .isEqualTo("g0, g1, g2, g3, g4, g5, g6, g7, g8, g9, ... (25)");
  }

  @Test
  void the_line_of_the_start_is_short_however_many_groups_there_are() {
    try (LogBook log = new LogBook();
        TestNode node = nodeOfMany().start()) {
      assertThat(log.numbered(1103))
          .filteredOn(line -> line.contains(node.name))
          .singleElement()
          .satisfies(line -> assertThat(line).contains("groups=ledger,").contains(MANY + ")"))
          .satisfies(line -> assertThat(line.length()).isLessThan(500));
    }
  }

  @Test
  void a_group_that_is_not_there_is_told_of_in_a_short_message() {
    try (TestNode node = nodeOfMany().create()) {
      assertThatThrownBy(() -> node.runtime.membership("mail"))
          .hasMessageContaining("mail")
          .satisfies(problem -> assertThat(problem.getMessage().length()).isLessThan(500));
    }
  }
}
