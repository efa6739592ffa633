package dev.primacy.faults.load;

import dev.primacy.faults.history.Entry;
import dev.primacy.faults.history.Journal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What the suite itself sees: the client, the resource and the faults. Any thread may record. */
public final class Recorder implements AutoCloseable {
  private final Path path;
  private final Journal journal;
  private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();

  /** Opens its file. */
  public Recorder(Path path) {
    this.path = path;
    this.journal = Journal.open(path);
  }

  /** Its file. */
  public Path path() {
    return path;
  }

  /** Records. */
  public void record(Entry entry) {
    journal.write(entry);
    listeners.forEach(listener -> listener.accept(entry));
  }

  /** Tells somebody of all entries from now on, on the thread that records them. */
  public void listen(Consumer<Entry> listener) {
    listeners.add(listener);
  }

  @Override
  public void close() {
    journal.close();
  }
}
