package dev.primacy.engine.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;

/** The few lines every test of a store needs. */
final class Keys {

  static final RecordKey LEDGER = group("ledger");

  private Keys() {}

  static RecordKey group(String name) {
    return new RecordKey(RecordKind.GROUP, name);
  }

  static RecordKey node(String name) {
    return new RecordKey(RecordKind.NODE, name);
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  static String text(StoredRecord stored) {
    return new String(stored.value(), UTF_8);
  }

  static RecordVersion stored(PutOutcome outcome) {
    assertThat(outcome).isInstanceOf(PutOutcome.Stored.class);
    return ((PutOutcome.Stored) outcome).version();
  }

  static RecordVersion created(RecordStore store, RecordKey key, String value) {
    return stored(store.put(key, RecordVersion.ABSENT, bytes(value)));
  }

  static Throwable cause(PutOutcome outcome) {
    return outcome instanceof PutOutcome.Refused refused
        ? refused.cause()
        : ((PutOutcome.Unknown) outcome).cause();
  }
}
