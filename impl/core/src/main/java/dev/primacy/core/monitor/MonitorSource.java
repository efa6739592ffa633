package dev.primacy.core.monitor;

import dev.primacy.core.gate.Clocks;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a monitor looks for itself: at its start, after silence, and when a record makes no sense.
 * What it asks may block.
 *
 * @since 0.1
 */
public interface MonitorSource {

  /**
   * Without a cluster: there are no nodes, and nobody who could fall silent.
   *
   * @param clocks all time
   * @return a source without records
   */
  static MonitorSource none(Clocks clocks) {
    return new MonitorSource() {
      @Override
      public List<StoredRecord> list() {
        return List.of();
      }

      @Override
      public Optional<StoredRecord> read(RecordKey key) {
        return Optional.empty();
      }

      @Override
      public OptionalLong lastAnswer() {
        return OptionalLong.of(clocks.nanos());
      }
    };
  }

  /**
   * All records of nodes and groups.
   *
   * @return as they stand in the store
   * @throws StoreException if it did not answer
   * @throws InterruptedException if the thread was interrupted
   */
  List<StoredRecord> list() throws StoreException, InterruptedException;

  /**
   * One record.
   *
   * @param key its key
   * @return as it stands in the store; empty if it is not there
   * @throws StoreException if it did not answer
   * @throws InterruptedException if the thread was interrupted
   */
  Optional<StoredRecord> read(RecordKey key) throws StoreException, InterruptedException;

  /**
   * When the store last answered anybody on this node.
   *
   * @return on the monotonic clock; empty if it has not yet
   */
  OptionalLong lastAnswer();
}
