package dev.primacy;

import dev.primacy.event.ClusterEvent;
import java.util.function.Consumer;

/**
 * Observes events by code instead of by an observer method, for callers that are no beans or come
 * and go; inject it. Callbacks are called as observer methods are: one at a time per group, in
 * order, on a thread of Primacy, each on its own; one that throws is reported and called again for
 * the next event.
 *
 * @since 0.1
 */
public interface RoleEvents {

  /** A subscription; closing it ends it. */
  interface Subscription extends AutoCloseable {

    /** Calls the callback no more, once a call that runs now is over. Again does nothing. */
    @Override
    void close();
  }

  /**
   * Calls a callback for each event of a type from now on.
   *
   * @param eventId the type's {@link dev.primacy.event.EventId}
   * @param callback called with each event
   * @return ends it when closed; it ends with the application otherwise
   * @throws IllegalArgumentException if no event has this id
   */
  Subscription subscribe(int eventId, Consumer<? super ClusterEvent> callback);

  /**
   * Calls a callback for each event of a type from now on.
   *
   * @param type the type; events of its subtypes are told, too
   * @param callback called with each event
   * @param <E> the type
   * @return ends it when closed; it ends with the application otherwise
   */
  <E extends ClusterEvent> Subscription subscribe(Class<E> type, Consumer<? super E> callback);

  /**
   * Like {@link #subscribe(Class, Consumer)} for changes of role, and tells first what this node is
   * in each group now, as the {@code NodeRoleChanged} that was told last.
   *
   * @param callback called with each event, none missed and none doubled
   * @return ends it when closed; it ends with the application otherwise
   */
  Subscription subscribeWithCurrent(Consumer<? super dev.primacy.event.NodeRoleChanged> callback);
}
