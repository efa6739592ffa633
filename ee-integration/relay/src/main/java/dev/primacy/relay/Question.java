package dev.primacy.relay;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordVersion;
import java.time.Duration;
import java.util.UUID;

/**
 * What a follower asks.
 *
 * @param follower who it is, as long as it runs; known to it and this relay only
 * @param cluster where it belongs
 * @param asked what
 */
record Question(UUID follower, String cluster, Asked asked) {

  sealed interface Asked {}

  record Read(RecordKey key) implements Asked {}

  record ListAll() implements Asked {}

  /**
   * A write.
   *
   * @param listing whether a list follows it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Put(RecordKey key, RecordVersion expected, byte[] value, boolean listing)
      implements Asked {}

  record Remove(RecordKey key, RecordVersion expected) implements Asked {}

  /**
   * Hints.
   *
   * @param keepAlive how often it has to hear something
   */
  record Watch(Duration keepAlive) implements Asked {}
}
