package dev.primacy.core.runtime;

import static java.util.Objects.requireNonNull;

import dev.primacy.GroupStanding;
import dev.primacy.RoleEvents;
import dev.primacy.core.CoreMessages;
import dev.primacy.core.messaging.Via;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.NodeRoleChanged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Callbacks beside the observers of another sink: they hear what those hear, after them.
 *
 * <p>What was told last of each role is noted, and who hears an event decided, in one step under
 * the lock; so a subscription that asks for the current roles is owed either the event or its
 * replay, never both and never none. Nothing of the application runs under the lock.
 */
final class Subscriptions implements EventSink, RoleEvents {
  private final EventSink observers;
  private final BiConsumer<String, Runnable> lanes;
  private final Object lock = new Object();

  // guarded by lock
  private final Map<String, NodeRoleChanged> latest = new HashMap<>();

  // written under the lock; read by those that deliver
  private volatile List<Callback<?>> callbacks = List.of();

  // written before the first event
  private volatile LateFailures late = (event, failure) -> {};

  /**
   * Makes the sink.
   *
   * @param observers hear first
   * @param lanes run a task on a group's lane, or never if there is none any more
   */
  Subscriptions(EventSink observers, BiConsumer<String, Runnable> lanes) {
    this.observers = observers;
    this.lanes = lanes;
  }

  // ---- what applications ask

  @Override
  public Subscription subscribe(int eventId, Consumer<? super ClusterEvent> callback) {
    Class<? extends ClusterEvent> type =
        EventTypes.of(eventId)
            .orElseThrow(
                () -> new IllegalArgumentException(CoreMessages.MESSAGES.noSuchEventId(eventId)));
    return add(new Callback<>(type, callback, this::remove));
  }

  @Override
  public <E extends ClusterEvent> Subscription subscribe(
      Class<E> type, Consumer<? super E> callback) {
    return add(new Callback<>(type, callback, this::remove));
  }

  @Override
  public Subscription subscribeWithCurrent(Consumer<? super NodeRoleChanged> callback) {
    Callback<NodeRoleChanged> added = new Callback<>(NodeRoleChanged.class, callback, this::remove);
    Set<String> groups;
    synchronized (lock) {
      add(added);
      added.owe(latest);
      groups = Set.copyOf(latest.keySet());
    }
    groups.forEach(group -> lanes.accept(group, () -> replay(added, group)));
    return added;
  }

  private Subscription add(Callback<?> added) {
    requireNonNull(added.type(), "type");
    synchronized (lock) {
      List<Callback<?>> next = new ArrayList<>(callbacks);
      next.add(added);
      callbacks = List.copyOf(next);
    }
    return added;
  }

  private void remove(Callback<?> closed) {
    synchronized (lock) {
      callbacks = callbacks.stream().filter(callback -> callback != closed).toList();
    }
  }

  // ---- what is told

  @Override
  public DeliveryReport deliver(ClusterEvent event) {
    return deliver(event, Via.HERE);
  }

  /** Callbacks are no part of a queue. */
  @Override
  public DeliveryReport deliver(ClusterEvent event, Via via) {
    List<Callback<?>> hearing = via.isFor("") ? note(event) : List.of();
    DeliveryReport report = observers.deliver(event, via);
    if (hearing.isEmpty()) {
      return report;
    }
    List<DeliveryReport.Failure> failures = new ArrayList<>(report.failures());
    hearing.stream()
        .filter(callback -> callback.type().isInstance(event))
        .forEach(callback -> call(callback, event, failures));
    return failures.isEmpty() ? DeliveryReport.CLEAN : new DeliveryReport(failures);
  }

  /** Those that hear it: who subscribes later is owed a replay at most. */
  private List<Callback<?>> note(ClusterEvent event) {
    if (event instanceof NodeRoleChanged changed) {
      synchronized (lock) {
        if (changed.standing() == GroupStanding.LEFT) {
          latest.remove(changed.group());
        } else {
          latest.put(changed.group(), changed);
        }
        return callbacks;
      }
    }
    return callbacks;
  }

  private void call(
      Callback<?> callback, ClusterEvent event, List<DeliveryReport.Failure> failures) {
    if (event instanceof NodeRoleChanged changed) {
      callback
          .owed(changed.group())
          .ifPresent(first -> called(callback, first, failure -> late.failed(first, failure)));
    }
    called(callback, event, failures::add);
  }

  private void replay(Callback<?> callback, String group) {
    callback
        .owed(group)
        .ifPresent(first -> called(callback, first, failure -> late.failed(first, failure)));
  }

  private void called(
      Callback<?> callback, ClusterEvent event, Consumer<DeliveryReport.Failure> failed) {
    try {
      observers.around(event, () -> callback.call(event));
    } catch (RuntimeException | LinkageError | AssertionError failure) {
      failed.accept(new DeliveryReport.Failure(callback.name(), failure));
    }
  }

  @Override
  public void reportLateTo(LateFailures failures) {
    late = failures;
    observers.reportLateTo(failures);
  }

  @Override
  public boolean hears(Class<? extends ClusterEvent> type) {
    return callbacks.stream().anyMatch(callback -> callback.type().isAssignableFrom(type))
        || observers.hears(type);
  }

  @Override
  public void around(ClusterEvent event, Runnable callback) {
    observers.around(event, callback);
  }

  @Override
  public boolean isTenant(String group) {
    return observers.isTenant(group);
  }

  @Override
  public void tenureEnds(String group) {
    observers.tenureEnds(group);
  }
}
