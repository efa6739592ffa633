package dev.primacy.core.simulation;

import java.util.PriorityQueue;

/** The only time there is: events in the order of their instant, then of their making. */
final class Schedule {

  private record Event(long at, long order, Runnable what) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
    }
  }

  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private long now;
  private long made;

  /** Nanoseconds of true time since the start. */
  long now() {
    return now;
  }

  void at(long instant, Runnable what) {
    events.add(new Event(Math.max(instant, now), made++, what));
  }

  void in(long nanos, Runnable what) {
    at(now + nanos, what);
  }

  /** Runs the next event, unless it is later than the end. */
  boolean step(long end) {
    Event next = events.peek();
    if (next == null || next.at > end) {
      now = end;
      return false;
    }
    events.remove();
    now = next.at;
    next.what.run();
    return true;
  }
}
