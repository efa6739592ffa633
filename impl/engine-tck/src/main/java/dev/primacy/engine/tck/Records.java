package dev.primacy.engine.tck;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;

/**
 * The few lines every test of a store needs.
 *
 * @since 0.1
 */
public final class Records {
  /** The record of some group. */
  public static final RecordKey LEDGER = group("ledger");

  private Records() {}

  /**
   * The record of a group.
   *
   * @param name the group's
   * @return its key
   */
  public static RecordKey group(String name) {
    return new RecordKey(RecordKind.GROUP, name);
  }

  /**
   * The record of a node that never was: nodes are named by their incarnation.
   *
   * @return its key
   */
  public static RecordKey node() {
    return node(UUID.randomUUID().toString());
  }

  /**
   * The record of a node.
   *
   * @param incarnation the node's
   * @return its key
   */
  public static RecordKey node(String incarnation) {
    return new RecordKey(RecordKind.NODE, incarnation);
  }

  /**
   * A text as a value.
   *
   * @param text anything
   * @return it in UTF-8
   */
  public static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  /**
   * A value as a text.
   *
   * @param record whose value was made of one
   * @return the text
   */
  public static String text(StoredRecord record) {
    return new String(record.value(), UTF_8);
  }

  static String text(RecordStore store, RecordKey key) throws Exception {
    return store.read(key).map(Records::text).orElse("nothing");
  }

  /**
   * Where nothing disturbs it, a write has to be known to have happened.
   *
   * @param outcome what the store says of it
   * @return the new version
   * @throws AssertionError if it says anything else
   */
  public static RecordVersion stored(PutOutcome outcome) {
    Assertions.assertThat(outcome).isInstanceOf(PutOutcome.Stored.class);
    return ((PutOutcome.Stored) outcome).version();
  }

  /**
   * Why nothing happened, or why that is not known.
   *
   * @param outcome one that was refused or is unknown
   * @return its cause
   * @throws AssertionError if it is another one
   */
  public static Throwable cause(PutOutcome outcome) {
    if (outcome instanceof PutOutcome.Refused refused) {
      return refused.cause();
    }
    Assertions.assertThat(outcome).isInstanceOf(PutOutcome.Unknown.class);
    return ((PutOutcome.Unknown) outcome).cause();
  }

  /**
   * Creates a record that is not there.
   *
   * @param store where nothing disturbs it
   * @param key of the record
   * @param value a text
   * @return its version
   * @throws AssertionError if it is not known to have been created
   */
  public static RecordVersion created(RecordStore store, RecordKey key, String value) {
    return stored(store.put(key, RecordVersion.ABSENT, bytes(value)));
  }

  /** The first answer of a store that may have to recover, or whose requests run out soon. */
  static Optional<StoredRecord> read(RecordStore store, RecordKey key, Duration patience)
      throws Exception {
    return Waiting.first(
        "answer",
        patience,
        () -> {
          try {
            return Optional.of(store.read(key));
          } catch (StoreException notYet) {
            return Optional.empty();
          }
        });
  }

  static String text(RecordStore store, RecordKey key, Duration patience) throws Exception {
    return read(store, key, patience).map(Records::text).orElse("nothing");
  }

  static RecordVersion version(RecordStore store, RecordKey key)
      throws StoreException, InterruptedException {
    return store.read(key).map(StoredRecord::version).orElse(RecordVersion.ABSENT);
  }

  /** Removes a record whatever it has become since. */
  static void remove(RecordStore store, StoredRecord record)
      throws StoreException, InterruptedException {
    RecordVersion version = record.version();
    while (!(store.remove(record.key(), version) instanceof PutOutcome.Stored)) {
      Optional<StoredRecord> found = store.read(record.key());
      if (found.isEmpty()) {
        return;
      }
      version = found.get().version();
    }
  }

  /** Writes until it is known to have happened, whatever is there. */
  static RecordVersion write(RecordStore store, RecordKey key, String value)
      throws InterruptedException {
    while (true) {
      try {
        if (store.put(key, version(store, key), bytes(value)) instanceof PutOutcome.Stored done) {
          return done.version();
        }
      } catch (StoreException away) {
        Waiting.aMoment();
      }
    }
  }
}
