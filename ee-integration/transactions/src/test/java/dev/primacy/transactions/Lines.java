package dev.primacy.transactions;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.assertj.core.util.Throwables;

/** What is written into the log until this is closed. */
final class Lines extends Handler implements AutoCloseable {
  private final Logger logger;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  /** What Primacy writes. */
  Lines() {
    this("dev.primacy");
  }

  Lines(String name) {
    logger = Logger.getLogger(name);
    logger.setLevel(Level.INFO);
    logger.addHandler(this);
  }

  /** Whether one line has all of these in it. */
  boolean say(String... parts) {
    return lines.stream().anyMatch(line -> Arrays.stream(parts).allMatch(line::contains));
  }

  @Override
  public void publish(LogRecord record) {
    Throwable thrown = record.getThrown();
    lines.add(record.getMessage() + (thrown == null ? "" : Throwables.getStackTrace(thrown)));
  }

  @Override
  public void flush() {
    // nothing is kept back
  }

  @Override
  public void close() {
    logger.removeHandler(this);
  }

  @Override
  public String toString() {
    return String.join(System.lineSeparator(), lines);
  }
}
