package dev.primacy.core.vitals;

/**
 * Hears of what the election asked of the store.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface StoreListener {

  /**
   * The store answered, or failed to. One call at a time, on a thread that delivers events; never
   * the lease thread, and not at all if too many wait.
   *
   * @param operation what was asked, and what came of it
   */
  void completed(StoreOperation operation);

  /** Ends what {@link Vitals#listen} began. */
  @FunctionalInterface
  interface Registration extends AutoCloseable {

    /** The listener is called no more, but for a call under way. Again does nothing. */
    @Override
    void close();
  }
}
