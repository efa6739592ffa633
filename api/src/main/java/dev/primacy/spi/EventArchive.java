package dev.primacy.spi;

import java.time.Instant;
import java.util.List;

/**
 * Keeps the events of one cluster for longer than a process lives. All nodes of the cluster share
 * it.
 *
 * <p>All methods may be called from several threads at once, wait for a bounded time, the request
 * timeout, and never on the caller's transaction.
 *
 * @since 0.1
 */
public interface EventArchive extends AutoCloseable {

  /**
   * Keeps events: all of them or none. An event whose id is there already is left as it is, so that
   * a bulk may be given again when nobody knows what became of it.
   *
   * @param events none is fine
   * @throws ArchiveException if they were not kept, or nobody knows; {@link
   *     ArchiveException#rejected} tells whether one of them is to blame
   * @throws InterruptedException if the thread was interrupted
   */
  void write(List<ArchivedEvent> events) throws ArchiveException, InterruptedException;

  /**
   * Finds events.
   *
   * @param query which, in which order, and how many
   * @return those of the whole cluster
   * @throws ArchiveException if there is no answer
   * @throws InterruptedException if the thread was interrupted
   */
  List<ArchivedEvent> find(ArchiveQuery query) throws ArchiveException, InterruptedException;

  /**
   * Forgets the oldest events.
   *
   * @param before those earlier than this
   * @param most about how many at a time, at least 1
   * @return how many were forgotten; 0 if there are none left
   * @throws ArchiveException if nobody knows
   * @throws InterruptedException if the thread was interrupted
   */
  int forget(Instant before, int most) throws ArchiveException, InterruptedException;

  /** Releases every thread, socket and file. Never throws; a second call does nothing. */
  @Override
  void close();
}
