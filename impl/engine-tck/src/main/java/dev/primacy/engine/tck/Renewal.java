package dev.primacy.engine.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One write with its list, and what was told of both. */
final class Renewal {
  private final List<PutOutcome> outcomes = new ArrayList<>();
  private @Nullable List<StoredRecord> list;
  private @Nullable StoreException failure;
  private Duration took = Duration.ZERO;

  private Renewal() {}

  static Renewal of(RecordStore store, RecordKey key, RecordVersion expected, String value) {
    return of(store, key, expected, Records.bytes(value));
  }

  static Renewal of(RecordStore store, RecordKey key, RecordVersion expected, byte[] value) {
    Renewal renewal = new Renewal();
    Stopwatch watch = new Stopwatch();
    Thread caller = Thread.currentThread();
    try {
      renewal.list =
          store.putAndList(
              key,
              expected,
              value,
              outcome -> {
                assertThat(Thread.currentThread()).isSameAs(caller);
                renewal.outcomes.add(outcome);
              });
    } catch (StoreException e) {
      renewal.failure = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    renewal.took = watch.elapsed();
    return renewal;
  }

  /** Told exactly once, before the call was over. */
  PutOutcome outcome() {
    assertThat(outcomes).as("what was told of the write").hasSize(1);
    return outcomes.get(0);
  }

  Duration took() {
    return took;
  }

  List<StoredRecord> listed() throws StoreException {
    if (list == null) {
      throw failure == null ? new StoreException("interrupted") : failure;
    }
    return list;
  }

  private Optional<StoredRecord> find(RecordKey key) throws StoreException {
    return listed().stream().filter(record -> record.key().equals(key)).findFirst();
  }

  String shown(RecordKey key) throws StoreException {
    return find(key).map(Records::text).orElse("nothing");
  }

  RecordVersion version(RecordKey key) throws StoreException {
    return find(key).map(StoredRecord::version).orElse(RecordVersion.ABSENT);
  }
}
