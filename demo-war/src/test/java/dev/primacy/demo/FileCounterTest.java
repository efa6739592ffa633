package dev.primacy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.FencingToken;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCounterTest {
  private static final JsonValue ID = Json.PROVIDER.createValue("a");
  private static final UUID SCOPE = new UUID(0, 1);
  private static final UUID LATER_SCOPE = new UUID(0, 2);

  @TempDir Path directory;
  private Path file;
  private FileCounter counter;

  @BeforeEach
  void open() {
    file = directory.resolve("below").resolve("counter");
    counter = new FileCounter(file);
  }

  private WriteOutcome write(UUID scope, long term) {
    return counter.write(ID, "n1", Optional.of(new FencingToken(scope, term)));
  }

  @Test
  void counts_from_one_and_creates_its_directory() {
    assertThat(write(SCOPE, 1)).isEqualTo(new WriteOutcome.Stored(1));
    assertThat(write(SCOPE, 1)).isEqualTo(new WriteOutcome.Stored(2));
  }

  @Test
  void goes_on_counting_where_another_process_stopped() {
    write(SCOPE, 4);
    counter = new FileCounter(file);
    assertThat(write(SCOPE, 5)).isEqualTo(new WriteOutcome.Stored(2));
  }

  @Test
  void refuses_a_token_older_than_the_greatest_it_has_seen_and_does_not_count_it() {
    write(SCOPE, 7);
    assertThat(write(SCOPE, 6)).isInstanceOf(WriteOutcome.Stale.class);
    assertThat(write(SCOPE, 7)).isEqualTo(new WriteOutcome.Stored(2));
  }

  @Test
  void a_scope_it_has_not_seen_closes_the_one_before() {
    write(SCOPE, 7);
    assertThat(write(LATER_SCOPE, 1)).isEqualTo(new WriteOutcome.Stored(2));
    assertThat(write(SCOPE, 8)).isInstanceOf(WriteOutcome.Stale.class);
  }

  @Test
  void a_standalone_node_writes_without_a_token() {
    assertThat(counter.write(ID, "n1", Optional.empty())).isEqualTo(new WriteOutcome.Stored(1));
  }

  @Test
  void a_shorter_line_leaves_nothing_of_a_longer_one() throws IOException {
    Files.createDirectories(directory.resolve("below"));
    Files.writeString(file, "1 1 " + SCOPE + "\n" + "x".repeat(200));
    write(SCOPE, 2);
    assertThat(file).content().isEqualTo("2 2 " + SCOPE + "\n");
  }

  @Test
  void a_file_that_is_no_counter_is_reported_and_left_alone() throws IOException {
    Files.createDirectories(directory.resolve("below"));
    Files.writeString(file, "not a counter");
    assertThat(write(SCOPE, 1)).isInstanceOf(WriteOutcome.Broken.class);
    assertThat(file).content().isEqualTo("not a counter");
  }

  @Test
  void threads_that_write_at_once_lose_no_write() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      Callable<WriteOutcome> write = () -> write(SCOPE, 1);
      List<Future<WriteOutcome>> all =
          pool.invokeAll(IntStream.range(0, 40).mapToObj(i -> write).toList());
      for (Future<WriteOutcome> one : all) {
        assertThat(one.get()).isInstanceOf(WriteOutcome.Stored.class);
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(write(SCOPE, 1)).isEqualTo(new WriteOutcome.Stored(41));
  }
}
