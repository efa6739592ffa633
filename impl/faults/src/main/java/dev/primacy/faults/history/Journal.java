package dev.primacy.faults.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes entries to a file as they happen, each with one call: what was written is there even if
 * the process is killed right after. Any thread may write, also an interrupted one, whom a channel
 * would punish by closing.
 */
public final class Journal implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final OutputStream file; // written under the lock

  private Journal(OutputStream file) {
    this.file = file;
  }

  /** Opens it at its end. */
  public static Journal open(Path path) {
    try {
      return new Journal(new FileOutputStream(path.toFile(), true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes one entry. */
  public void write(Entry entry) {
    byte[] line = (entry.line() + '\n').getBytes(UTF_8);
    lock.lock();
    try {
      file.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
