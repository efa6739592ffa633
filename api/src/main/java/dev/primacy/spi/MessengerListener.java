package dev.primacy.spi;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Takes what a messenger brings, on the messenger's threads, and only hands it over. Messages are
 * hints from outside: nothing is believed of them here but their size.
 *
 * @since 0.1
 */
public interface MessengerListener {

  /**
   * Another node published a message. Called in the order in which that node did.
   *
   * <p>Waits for room if there is none, for a bounded time. A messenger that keeps messages offers
   * it again later; one that does not says that it is {@link #lost}.
   *
   * @param message the message
   * @return false if there is no room for it
   * @throws InterruptedException if the thread was interrupted
   */
  boolean offer(Message message) throws InterruptedException;

  /**
   * A message of a queue is this node's to handle, whichever node published it, this one included.
   *
   * @param queue the queue's name
   * @param message the message
   * @return completes once it was handled, whatever came of that; empty if there is no room for it
   * @throws InterruptedException if the thread was interrupted
   */
  Optional<CompletionStage<Void>> offer(String queue, Message message) throws InterruptedException;

  /**
   * Messages were lost, or may have been: counted, and told to whoever operates the application.
   *
   * @param count how many, at least 1
   * @param reason numbered
   */
  void lost(long count, String reason);

  /**
   * Another node has written a record of the store.
   *
   * @param key which
   */
  void hinted(RecordKey key);
}
