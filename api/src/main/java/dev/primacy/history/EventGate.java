package dev.primacy.history;

import java.time.Duration;
import java.util.Optional;

/**
 * Waits for one event. Hears from the moment it was made, so that nothing is missed between making
 * and awaiting it; ends itself once it was awaited or closed. Safe on any thread.
 *
 * @since 0.1
 */
public interface EventGate extends AutoCloseable {

  /**
   * Waits until the event is recorded, and ends the gate, whatever came of it. Of a gate that has
   * ended it says at once what came of it.
   *
   * @param timeout how long to wait; zero or less only looks
   * @return false if it did not come in time, the gate was closed, or the wait was interrupted: the
   *     thread's flag is set then
   */
  boolean await(Duration timeout);

  /**
   * The event that came.
   *
   * @return empty if none did
   */
  Optional<PastEvent> event();

  /** Ends it; whoever waits is told. Again does nothing. */
  @Override
  void close();
}
