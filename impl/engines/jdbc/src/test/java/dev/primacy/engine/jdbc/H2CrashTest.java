package dev.primacy.engine.jdbc;

import static dev.primacy.engine.tck.Records.LEDGER;
import static dev.primacy.engine.tck.Records.created;
import static dev.primacy.engine.tck.Records.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.engine.tck.Disk;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With H2's own delay of half a second between its word and the file these fail. */
class H2CrashTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String AUTO_SERVER = ";AUTO_SERVER=TRUE";

  private Path directory;

  @BeforeEach
  void makeDirectory() throws IOException {
    directory = Directories.fresh();
  }

  @AfterEach
  void deleteDirectory() throws IOException {
    Directories.delete(directory);
  }

  private String url(String parameters) {
    return "jdbc:h2:file:" + directory.resolve("records") + parameters;
  }

  private static RecordStore open(String url) throws Exception {
    return new JdbcEngine().open(Given.url(url).with(Settings.USER, "sa"));
  }

  private static void assertFound(String url, int confirmed) throws Exception {
    try (RecordStore store = open(url)) {
      await()
          .atMost(LONG)
          .ignoreException(StoreException.class)
          .until(() -> store.read(LEDGER).isPresent());
      assertThat(Integer.parseInt(text(store.read(LEDGER).orElseThrow())))
          .isGreaterThanOrEqualTo(confirmed);
    }
  }

  /** The second time the database is there already. */
  @ParameterizedTest
  @ValueSource(strings = {"", AUTO_SERVER})
  void what_was_confirmed_is_there_after_the_process_was_killed(String parameters)
      throws Exception {
    for (int time = 0; time < 2; time++) {
      try (ForkedWriter writer = new ForkedWriter(url(parameters))) {
        writer.awaitStored(200);
        assertFound(url(parameters), writer.kill());
      }
    }
  }

  /** The driver opens the database itself when the process is gone that had it open. */
  @Test
  void what_was_confirmed_is_there_also_if_the_database_changed_hands() throws Exception {
    try (ForkedWriter first = new ForkedWriter(url(AUTO_SERVER))) {
      first.awaitStored(20);
      try (ForkedWriter second = new ForkedWriter(url(AUTO_SERVER))) {
        second.awaitStored(20);
        first.kill();
        second.awaitStored(200);
        assertFound(url(AUTO_SERVER), second.kill());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", AUTO_SERVER})
  void a_full_disk_ends_no_process_and_loses_nothing_that_was_confirmed(String parameters)
      throws Exception {
    Disk.whyNot().ifPresent(Assumptions::abort);
    try (ForkedWriter writer = new ForkedWriter(url(parameters))) {
      writer.awaitStored(50);
      writer.fillDisk();
      writer.awaitNotStored(3);
      writer.freeDisk();
      writer.awaitStored(200);
      assertFound(url(parameters), writer.kill());
    }
  }

  @Test
  void what_was_confirmed_is_there_if_the_process_was_killed_on_a_full_disk() throws Exception {
    Disk.whyNot().ifPresent(Assumptions::abort);
    try (ForkedWriter writer = new ForkedWriter(url(""))) {
      writer.awaitStored(50);
      writer.fillDisk();
      writer.awaitNotStored(3);
      assertFound(url(""), writer.kill());
    }
  }

  @Test
  void files_that_a_killed_process_left_behind_are_no_obstacle() throws Exception {
    try (RecordStore store = open(url(AUTO_SERVER))) {
      created(store, LEDGER, "1");
    }
    String deadServer = "#FileLock\nid=1234\nmethod=file\nserver=127.0.0.1\\:1\n";
    Files.writeString(directory.resolve("records.lock.db"), deadServer);
    for (String left : List.of(".mv.db.tempFile", ".mv.db.newFile", ".1.temp.db")) {
      Files.writeString(directory.resolve("records" + left), "half a fi");
    }
    assertFound(url(AUTO_SERVER), 1);
  }
}
