package dev.primacy.core.runtime;

import static java.util.Objects.requireNonNull;

import dev.primacy.RoleEvents;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.NodeRoleChanged;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * One subscription by code.
 *
 * @param <E> what it hears
 */
final class Callback<E extends ClusterEvent> implements RoleEvents.Subscription {
  private final Class<E> type;
  private final Consumer<? super E> callback;
  private final Consumer<Callback<?>> end;

  /** What it is to hear before anything else of each group. */
  private final Map<String, NodeRoleChanged> owed = new ConcurrentHashMap<>();

  private volatile boolean closed;

  Callback(Class<E> type, Consumer<? super E> callback, Consumer<Callback<?>> end) {
    this.type = requireNonNull(type, "type");
    this.callback = requireNonNull(callback, "callback");
    this.end = end;
  }

  Class<E> type() {
    return type;
  }

  String name() {
    return "subscription of " + callback.getClass().getName();
  }

  void owe(Map<String, NodeRoleChanged> latest) {
    owed.putAll(latest);
  }

  /** What is owed of a group; nothing from then on. */
  Optional<NodeRoleChanged> owed(String group) {
    return Optional.ofNullable(owed.remove(group));
  }

  /** Reading the flag begins the call: one that reads it before it is set is under way then. */
  void call(ClusterEvent event) {
    if (!closed) {
      callback.accept(type.cast(event));
    }
  }

  @Override
  public void close() {
    closed = true;
    end.accept(this);
  }
}
