package dev.primacy.faults.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.primacy.FencingToken;
import dev.primacy.NodeRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what is read. */
class HistoryTest {
  private static final FencingToken TOKEN = new FencingToken(UUID.randomUUID(), 7);

  private static final List<Entry> ENTRIES =
      List.of(
          new Call("a", "n1", -5, 9, Answer.DONE, Optional.of("n1.1"), Optional.of(TOKEN), "200"),
          new Call(
              "b", "n1", 1, 9, Answer.UNKNOWN, Optional.empty(), Optional.empty(), "no answer"),
          new Admission("a", "n1.1", TOKEN, 1, 2),
          new Arrival("a", "n1.1", TOKEN, true, 4),
          new RoleChange(
              "n1.1", 1, Optional.empty(), NodeRole.SECONDARY, "STARTED", Optional.empty(), 0),
          new RoleChange(
              "n1.1",
              2,
              Optional.of(NodeRole.SECONDARY),
              NodeRole.PRIMARY,
              "ACQUIRED",
              Optional.of(TOKEN),
              1),
          new Reading("n1.1", "PRIMARY n1 []", "PRIMARY n1 []", 5),
          new Episode("kill", 1, 2, OptionalLong.of(3), 4),
          new Episode("kill", 1, 2, OptionalLong.empty(), 4));

  @Test
  void every_entry_is_read_as_it_was_written(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("journal");
    try (Journal journal = Journal.open(file)) {
      ENTRIES.forEach(journal::write);
    }
    assertThat(History.read(List.of(file)).entries()).isEqualTo(ENTRIES);
  }

  @Test
  void half_a_line_at_the_end_is_left_out(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("journal");
    try (Journal journal = Journal.open(file)) {
      ENTRIES.forEach(journal::write);
    }
    Files.writeString(file, "arrival\ta", StandardOpenOption.APPEND);
    assertThat(History.read(List.of(file)).entries()).isEqualTo(ENTRIES);
  }

  @Test
  void a_history_in_which_the_clock_goes_back_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Admission("a", "n1.1", TOKEN, 2, 1))
        .withMessageContaining("clock");
  }

  @Test
  void readings_of_the_clock_are_compared_by_subtraction() {
    Admission across = new Admission("a", "n1.1", TOKEN, Long.MAX_VALUE, Long.MIN_VALUE);
    assertThat(across.entered() - across.arrived()).isEqualTo(1);
  }
}
