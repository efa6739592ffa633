package dev.primacy.spi;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Linearizable compare-and-set registers of one cluster.
 *
 * <p>The contract, on which every safety promise rests:
 *
 * <ul>
 *   <li>Writes compare and set atomically, and all operations on one key are linearizable, reads
 *       included: a read shows every write that was confirmed to anybody before the read was sent.
 *   <li>{@link #list} is linearizable per record. It need not be one picture of all records.
 *   <li>Versions of one key never recur, also not over removal and creation.
 *   <li>A write is {@link PutOutcome.Stored}, {@link PutOutcome.Conflict}, {@link
 *       PutOutcome.Refused} or {@link PutOutcome.Unknown}. When in doubt it is unknown; an engine
 *       never repeats a write by itself.
 * </ul>
 *
 * <p>All methods may be called from several threads at once, block the caller, and return or throw
 * within the request timeout the engine was opened with, also when nothing answers. A caller that
 * is interrupted gets {@link InterruptedException} from a read and {@link PutOutcome.Unknown}, with
 * the interrupt flag set again, from a write.
 *
 * @since 0.1
 */
public interface RecordStore extends AutoCloseable {

  /** The largest value a store has to take, in bytes. */
  int MAX_VALUE_BYTES = 65_536;

  /**
   * Reads one record.
   *
   * @param key its key
   * @return the record; empty if it certainly did not exist at some instant between call and return
   * @throws StoreException if the store did not answer
   * @throws InterruptedException if the thread was interrupted
   */
  Optional<StoredRecord> read(RecordKey key) throws StoreException, InterruptedException;

  /**
   * Reads all records of nodes and groups of the cluster, and none of {@link RecordKind#SCHEDULE}:
   * what each node asks once per interval. With one request where the store can, and at a price
   * that does not grow with what has not changed where that is possible: there may be ten thousand
   * groups.
   *
   * @return the records in no particular order
   * @throws StoreException if the store did not answer for all of them
   * @throws InterruptedException if the thread was interrupted
   */
  List<StoredRecord> list() throws StoreException, InterruptedException;

  /**
   * Writes a record if it still has the expected version.
   *
   * @param key its key
   * @param expected the version it must have; {@link RecordVersion#ABSENT} to create it
   * @param value the bytes, at most {@link #MAX_VALUE_BYTES}
   * @return what became of it; a larger value is {@link PutOutcome.Refused}
   */
  PutOutcome put(RecordKey key, RecordVersion expected, byte[] value);

  /**
   * Writes a record as {@link #put} does, and lists all records as {@link #list} does: what each
   * node asks once per interval, when it renews. Unless overridden these are two requests; an
   * engine whose store can do it makes them one.
   *
   * <p>The list is as fresh as one that is asked for when this method is called: it shows what was
   * confirmed to anybody before. Of the record itself it shows at least what this call has written.
   * It is there after {@link PutOutcome.Stored} and {@link PutOutcome.Conflict}, and may be missing
   * after the other outcomes. Where both are one request, what fails one may fail the other: a
   * caller who was not answered asks for write and list one by one the next time.
   *
   * @param key its key
   * @param expected the version it must have; {@link RecordVersion#ABSENT} to create it
   * @param value the bytes, at most {@link #MAX_VALUE_BYTES}
   * @param written gets what became of the write, once, as soon as that is known and within the
   *     request timeout: on the calling thread, before this method returns or throws. The list may
   *     take another request timeout from then on
   * @return the records in no particular order
   * @throws StoreException if the store did not answer for all of them
   * @throws InterruptedException if the thread was interrupted after the write was answered; before
   *     that the outcome is {@link PutOutcome.Unknown}, and the interrupt flag is set again
   */
  default List<StoredRecord> putAndList(
      RecordKey key, RecordVersion expected, byte[] value, Consumer<PutOutcome> written)
      throws StoreException, InterruptedException {
    PutOutcome outcome = put(key, expected, value);
    written.accept(outcome);
    if (outcome instanceof PutOutcome.Stored || outcome instanceof PutOutcome.Conflict) {
      return list();
    }
    throw new StoreException("not listed: the write before it did not happen for sure");
  }

  /**
   * Removes a record if it still has the expected version.
   *
   * @param key its key
   * @param expected the version it must have
   * @return what became of it
   */
  PutOutcome remove(RecordKey key, RecordVersion expected);

  /**
   * Registers for hints that a record of a node or a group may have changed. Hints may be late,
   * doubled, merged or missing; reads are the truth. The callback runs on a thread of the engine
   * and only hands over.
   *
   * @param hint gets the key that may have changed
   * @return true if hints will come; false if this store has none and must be polled
   */
  default boolean watch(Consumer<RecordKey> hint) {
    return false;
  }

  /**
   * How the store is doing, for people.
   *
   * @return the latest picture, from local memory
   */
  default StoreStatus status() {
    return StoreStatus.UNKNOWN;
  }

  /**
   * Where this store is reached now, if there are several endpoints it may be reached at. When that
   * changes, {@link dev.primacy.event.EngineSwitched} is told and every record is read anew; hints
   * of the old endpoint have ended by then.
   *
   * @return for people, from local memory, without credentials; empty if there is only one, or none
   *     is reached yet
   */
  default Optional<String> endpoint() {
    return Optional.empty();
  }

  /**
   * Whether other nodes may need this process to reach the store, as with an ensemble embedded in
   * the nodes. If so it is kept open for a while after this node has left, until another holder is
   * seen, for one lease at most.
   *
   * @return false unless the engine says otherwise
   */
  default boolean servesPeers() {
    return false;
  }

  /** Releases every thread, socket and file. Never throws; a second call does nothing. */
  @Override
  void close();
}
