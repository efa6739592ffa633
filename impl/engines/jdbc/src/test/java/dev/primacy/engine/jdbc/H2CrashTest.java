package dev.primacy.engine.jdbc;

import static dev.primacy.engine.tck.Records.LEDGER;
import static dev.primacy.engine.tck.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.spi.RecordStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With H2's own delay of half a second this fails. */
class H2CrashTest {

  private static final int CONFIRMED = 200;

  private Path directory;

  @BeforeEach
  void makeDirectory() throws IOException {
    directory = Directories.fresh();
  }

  @AfterEach
  void deleteDirectory() throws IOException {
    Directories.delete(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";AUTO_SERVER=TRUE"})
  void what_was_confirmed_is_there_after_the_process_was_killed(String parameters)
      throws Exception {
    String url = "jdbc:h2:file:" + directory.resolve("records") + parameters;
    int confirmed = writeUntilKilled(url);
    try (RecordStore store =
        new JdbcEngine().open(Given.url(url).with(Settings.USER, "sa"))) {
      assertThat(Integer.parseInt(text(store.read(LEDGER).orElseThrow())))
          .isGreaterThanOrEqualTo(confirmed);
    }
  }

  private static int writeUntilKilled(String url) throws Exception {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingWriter.class.getName(),
                url)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines = writer.inputReader()) {
      int last = 0;
      while (last < CONFIRMED) {
        last = Integer.parseInt(String.valueOf(lines.readLine()));
      }
      return last;
    } finally {
      writer.destroyForcibly().waitFor();
    }
  }
}
