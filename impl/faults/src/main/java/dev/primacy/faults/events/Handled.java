package dev.primacy.faults.events;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What this process has handled, written line by line before the next one, so that its death leaves
 * it.
 */
@ApplicationScoped
class Handled {
  @SuppressWarnings("NullAway.Init") // by open
  private Writer file;

  @PostConstruct
  void open() {
    Path journal = Path.of(System.getProperty("faults.journal"));
    try {
      file =
          Files.newBufferedWriter(
              journal.resolveSibling(journal.getFileName() + ".handled"),
              StandardOpenOption.CREATE,
              StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void write(String queue, Counted event) {
    try {
      file.write(
          queue
              + " "
              + event.run()
              + " "
              + event.envelope().origin()
              + " "
              + event.number()
              + "\n");
      file.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @PreDestroy
  void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
