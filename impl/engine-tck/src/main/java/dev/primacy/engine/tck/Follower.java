package dev.primacy.engine.tck;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** Looks once after it began to watch, and from then on only at what was hinted. */
final class Follower implements AutoCloseable {
  private final RecordStore store;
  private final BlockingQueue<RecordKey> hinted = new LinkedBlockingQueue<>();
  private final Map<RecordKey, String> picture = new ConcurrentHashMap<>();
  private final Thread reader = Threads.of("follower", this::follow);

  private Follower(RecordStore store) {
    this.store = store;
  }

  static Follower of(RecordStore store) throws Exception {
    Follower follower = new Follower(store);
    HintRules.requireHints(store.watch(follower.hinted::add));
    store.list().forEach(record -> follower.hinted.add(record.key()));
    follower.reader.start();
    return follower;
  }

  private void follow() {
    try {
      while (true) {
        look(hinted.take());
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(RecordKey key) throws InterruptedException {
    try {
      picture.put(key, describe(store.read(key)));
    } catch (StoreException away) {
      hinted.add(key);
      Waiting.aMoment();
    }
  }

  private static String describe(Optional<StoredRecord> record) {
    return record.map(found -> found.version() + " " + Records.text(found)).orElse("nothing");
  }

  /**
   * Waits until it is told of changes: hints may begin some time after they were asked for, and
   * what was removed before that is never hinted.
   */
  void awaitHints(RecordStore writer, Duration patience) throws Exception {
    RecordKey key = Records.group("are-there-hints");
    Waiting.until(
        "hints come",
        patience,
        () -> {
          Records.write(writer, key, "x");
          return picture.containsKey(key);
        });
  }

  /** What was never there and never hinted is the same as nothing. */
  void awaitSameAs(RecordStore other, List<RecordKey> keys, Duration patience) throws Exception {
    for (RecordKey key : keys) {
      String latest = describe(other.read(key));
      Waiting.until(
          "the watcher learns of " + key + " that it is " + latest,
          patience,
          () -> picture.getOrDefault(key, "nothing").equals(latest));
    }
  }

  @Override
  public void close() {
    reader.interrupt();
  }
}
