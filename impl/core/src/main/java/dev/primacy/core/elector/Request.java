package dev.primacy.core.elector;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordVersion;

/**
 * What an {@link Elector} asks of the store.
 *
 * @since 0.1
 */
public sealed interface Request {

  /**
   * Compare and set.
   *
   * @param key the record
   * @param expected the version it must have
   * @param value the bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // requests are never compared
  record Put(RecordKey key, RecordVersion expected, byte[] value) implements Request {}

  /**
   * Compare and remove.
   *
   * @param key the record
   * @param expected the version it must have
   */
  record Remove(RecordKey key, RecordVersion expected) implements Request {}

  /**
   * Read one.
   *
   * @param key the record
   */
  record Read(RecordKey key) implements Request {}

  /** Read all there are. */
  record List() implements Request {}

  /**
   * Compare and set, and read all there are after it. Answered twice: the write under the number
   * this was sent with, and then the list under the next one, which nothing else is sent with.
   *
   * @param put the write
   */
  record PutAndList(Put put) implements Request {}
}
