package dev.primacy.core.runtime;

import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** The only time there is: things happen in the order of their instant, then of their making. */
final class VirtualTime {

  private record Event(long at, long order, Runnable what) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
    }
  }

  final SplittableRandom random;
  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private long now = 1_000_000_000;
  private long made;

  VirtualTime(long seed) {
    random = new SplittableRandom(seed);
  }

  long now() {
    return now;
  }

  void at(long instant, Runnable what) {
    events.add(new Event(Math.max(instant, now), made++, what));
  }

  void in(long nanos, Runnable what) {
    at(now + nanos, what);
  }

  /** Some microseconds, mostly. */
  long moment() {
    return random.nextInt(50) == 0 ? random.nextLong(80_000_000) : random.nextLong(2_000_000);
  }

  /** Lets the next thing happen. */
  void step() {
    Event next = events.remove();
    now = next.at;
    next.what.run();
  }
}
