package dev.primacy.spi;

import java.util.List;
import java.util.Set;

/**
 * Carries messages from node to node: to all others, to one for each queue, and hints about the
 * store. The truth is never in it.
 *
 * <p>All methods may be called from several threads at once.
 *
 * @since 0.1
 */
public interface Messenger extends AutoCloseable {

  /**
   * Begins to bring messages.
   *
   * @param listener takes them
   * @param queues the queues of which this node handles a share
   * @throws MessengerException if it can never work as configured; then nothing is left open
   * @throws InterruptedException if the thread was interrupted; then nothing is left open
   */
  void start(MessengerListener listener, Set<MessageQueue> queues)
      throws MessengerException, InterruptedException;

  /**
   * Publishes a message to all other nodes, and to one node for each queue. Messages of one thread
   * are heard in the order of the calls. Returns once the messenger has the message in its care;
   * waits for a bounded time, the request timeout, if it cannot take more.
   *
   * @param message the message
   * @throws MessengerException if the message was not taken; it may have reached some nodes only if
   *     the messenger says so in its documentation
   * @throws InterruptedException if the thread was interrupted
   */
  void publish(Message message) throws MessengerException, InterruptedException;

  /**
   * Publishes messages in their order, as if one by one, and by fewer exchanges with whatever
   * carries them where that can be.
   *
   * @param messages of any number
   * @throws MessengerException if one was not taken, and with it those that follow; those before it
   *     may be on their way
   * @throws InterruptedException if the thread was interrupted
   */
  default void publishAll(List<Message> messages) throws MessengerException, InterruptedException {
    for (Message message : messages) {
      publish(message);
    }
  }

  /**
   * Tells the other nodes that a record of the store was written. Returns at once, from any thread:
   * hints may be late, merged or missing.
   *
   * @param key which
   */
  void hint(RecordKey key);

  /**
   * How the messenger is doing, for people.
   *
   * @return the latest picture, from local memory
   */
  StoreStatus status();

  /** Releases every thread, socket and file. Never throws; a second call does nothing. */
  @Override
  void close();
}
