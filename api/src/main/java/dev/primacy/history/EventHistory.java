package dev.primacy.history;

import java.util.List;
import java.util.Optional;

/**
 * The events that were delivered to this node, the latest of them, or those of all nodes if there
 * is an archive. To be injected.
 *
 * <p>Everything that is delivered is recorded, whether or not anybody observes it; what is made for
 * observers alone and has none is not. Safe on any thread.
 *
 * @since 0.1
 */
public interface EventHistory {

  /** How many are found at most when a query asks for nothing and sets no limit. */
  int DEFAULT_LIMIT = 100;

  /**
   * Finds events. A query that asks for nothing and has no limit finds the first {@value
   * #DEFAULT_LIMIT} in its order, and is warned of in the log.
   *
   * @param query which ones, in which order
   * @return in the order of their times, and of those of one time in the order in which they were
   *     recorded; descending if the query says so
   * @throws IllegalArgumentException if a regular expression is none, or it costs too much to look
   *     for; numbered
   * @throws IllegalStateException if the archive cannot be asked; numbered
   */
  List<PastEvent> find(EventQuery query);

  /**
   * Finds one event.
   *
   * @param id its id, as {@link PastEvent#id} says it
   * @return empty if there is none any more
   * @throws IllegalStateException if the archive cannot be asked; numbered
   */
  Optional<PastEvent> get(String id);

  /**
   * The number of the event recorded last, whether or not it is kept.
   *
   * @return 0 if there is none yet
   */
  long latest();

  /**
   * Waits for the first event that is recorded from now on and that a query finds; its order and
   * limit mean nothing here. While it is open, events of the types it asks for are made although
   * nobody observes them.
   *
   * @param query which one
   * @return to be awaited or closed
   * @throws IllegalArgumentException if a regular expression is none; numbered
   * @throws IllegalStateException if too many are open; numbered
   */
  EventGate gate(EventQuery query);
}
