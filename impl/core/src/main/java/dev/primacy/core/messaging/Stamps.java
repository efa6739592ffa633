package dev.primacy.core.messaging;

import dev.primacy.NodeId;
import dev.primacy.core.gate.Clocks;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.EventStamp;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Gives events what only Primacy gives them. Safe on any thread; whoever needs the numbers in the
 * order of the events asks in that order.
 *
 * @since 0.1
 */
public final class Stamps {
  private final Clocks clocks;
  private final Supplier<NodeId> self;
  private final EventIds ids;
  private final Map<Class<?>, AtomicLong> numbers = new ConcurrentHashMap<>();

  /**
   * Makes stamps of one node.
   *
   * @param clocks for the time of publishing
   * @param self this node
   */
  public Stamps(Clocks clocks, Supplier<NodeId> self) {
    this.clocks = clocks;
    this.self = self;
    this.ids = new EventIds(clocks);
  }

  /**
   * The same event, published by this node now.
   *
   * @param draft an event; a stamp that it has is replaced
   * @param <E> its type
   * @return a new event
   * @throws IllegalArgumentException if its type is none of events
   */
  @SuppressWarnings("unchecked") // the class of an event of this type
  public <E extends EnvelopedEvent> E stamped(E draft) {
    EventShape<E> shape = EventShape.of((Class<E>) draft.getClass());
    return shape.with(draft, draft.envelope().withStamp(next(shape.type())));
  }

  private EventStamp next(Class<?> type) {
    NodeId node = self.get();
    long seq = numbers.computeIfAbsent(type, first -> new AtomicLong()).incrementAndGet();
    Instant now = Instant.ofEpochMilli(clocks.millis());
    return new EventStamp(ids.next(node.incarnation()), node, seq, now);
  }
}
