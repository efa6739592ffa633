package dev.primacy.core.runtime;

/**
 * What a subscriber gets, one after the other.
 *
 * @param <T> what it is
 */
interface NodeSupply<T> {

  /** Where it comes from, and where more is requested. */
  Mailbox mailbox();

  /**
   * Waits for the next one, and for the request of it.
   *
   * @throws dev.primacy.watch.WatchFailedException if there is none any more
   */
  T next() throws InterruptedException;
}
