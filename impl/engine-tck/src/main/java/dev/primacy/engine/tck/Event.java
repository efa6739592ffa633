package dev.primacy.engine.tck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The call or the return of an operation, in a chain by time from which pairs are taken out. */
final class Event {
  private final @Nullable Operation operation;
  private final int index;
  private final long time;
  private final boolean call;
  private @Nullable Event end;
  private @Nullable Event previous;
  private @Nullable Event next;

  private Event(@Nullable Operation operation, int index, long time, boolean call) {
    this.operation = operation;
    this.index = index;
    this.time = time;
    this.call = call;
  }

  /** The chain of a history; its head is no event, and after its last one there is a return. */
  static Event chain(List<Operation> history) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      Operation operation = history.get(i);
      Event begin = new Event(operation, i, operation.invoked(), true);
      long until = operation.isCertain() ? operation.returned() : Long.MAX_VALUE;
      begin.end = new Event(operation, i, until, false);
      events.add(begin);
      events.add(begin.end);
    }
    // at one instant calls come first: such operations overlap
    events.sort(Comparator.comparingLong((Event event) -> event.time).thenComparing(e -> !e.call));
    Event head = new Event(null, -1, Long.MIN_VALUE, false);
    Event last = head;
    for (Event event : events) {
      last = last.follow(event);
    }
    last.follow(new Event(null, -1, Long.MAX_VALUE, false));
    return head;
  }

  private Event follow(Event event) {
    next = event;
    event.previous = this;
    return event;
  }

  boolean isCall() {
    return call;
  }

  int index() {
    return index;
  }

  Operation operation() {
    return there(operation);
  }

  Event next() {
    return there(next);
  }

  /** Takes the call and its return out of the chain. */
  void takeOut() {
    unlink();
    there(end).unlink();
  }

  private void unlink() {
    there(previous).next = next;
    there(next).previous = previous;
  }

  /** The last pair taken out comes back first. */
  void putBack() {
    there(end).relink();
    relink();
  }

  private void relink() {
    there(previous).next = this;
    there(next).previous = this;
  }

  private static <T> T there(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("the chain is broken");
    }
    return value;
  }
}
