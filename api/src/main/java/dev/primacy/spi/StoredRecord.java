package dev.primacy.spi;

import static java.util.Objects.requireNonNull;

/**
 * A record as it stands in the store.
 *
 * @param key its key
 * @param version its version, never {@link RecordVersion#ABSENT}
 * @param value its bytes, at most {@link RecordStore#MAX_VALUE_BYTES}; not copied, so neither side
 *     changes them
 * @since 0.1
 */
@SuppressWarnings("ArrayRecordComponent") // identity of the bytes is never compared: the version is
public record StoredRecord(RecordKey key, RecordVersion version, byte[] value) {

  /** Checks the components. */
  public StoredRecord {
    requireNonNull(key, "key");
    requireNonNull(version, "version");
    requireNonNull(value, "value");
  }
}
