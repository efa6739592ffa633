package dev.primacy.testkit.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The only time there is, and who runs in it. Threads of nodes are real ones, but each runs only
 * while the driver, which is the test's thread, waits for it: until it waits for something itself.
 * What is due at the same instant happens in the order in which it was asked for. So a run depends
 * on nothing but the seed and what the test does.
 */
public final class VirtualTime {
  /** The longest there is; far enough for a deadline, near enough to be added to. */
  static final long FOREVER = Long.MAX_VALUE / 4;

  private static final long POLL_NANOS = 50_000;
  private static final int POLLS = 20_000;

  private record Event(long at, long order, Runnable what) {}

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
  private final List<Actor> waiting = new ArrayList<>();
  private final SplittableRandom random;
  private final Thread driver = Thread.currentThread();
  private Runnable afterStep = () -> {};
  private Consumer<String> stuck = report -> {};
  private long made;
  private volatile long now = 1_000_000_000L;

  /**
   * Made on the thread that drives it.
   *
   * @param seed of all chance
   */
  public VirtualTime(long seed) {
    random = new SplittableRandom(seed);
  }

  /**
   * What is done after every step, on the driver.
   *
   * @param check may throw
   * @param blocked gets a report of a thread that waits for something outside this time
   */
  public void watch(Runnable check, Consumer<String> blocked) {
    afterStep = check;
    stuck = blocked;
  }

  /**
   * Now.
   *
   * @return nanoseconds
   */
  public long now() {
    return now;
  }

  SplittableRandom split() {
    return random.split();
  }

  void in(long nanos, Runnable what) {
    synchronized (events) {
      events.add(new Event(now + Math.max(0, nanos), made++, what));
    }
  }

  void add(Actor actor) {
    waiting.add(actor);
  }

  /**
   * Lets things happen.
   *
   * @param until stops when this holds
   * @param nanos stops when so much time has passed
   * @return whether it holds
   */
  public boolean run(BooleanSupplier until, long nanos) {
    long deadline = now + nanos;
    while (!until.getAsBoolean()) {
      if (!resumeOne() && !nextEvent(deadline)) {
        now = Math.max(now, deadline);
        return until.getAsBoolean();
      }
      afterStep.run();
    }
    return true;
  }

  private boolean resumeOne() {
    for (Actor actor : waiting) {
      if (actor.isReady(now)) {
        waiting.remove(actor);
        actor.resume(stuck);
        return true;
      }
    }
    return false;
  }

  private boolean nextEvent(long deadline) {
    Event next;
    synchronized (events) {
      next = events.peek();
      if (next == null || next.at > deadline) {
        return false;
      }
      events.remove();
    }
    now = Math.max(now, next.at);
    next.what.run();
    return true;
  }

  /** Waits on any thread: an actor yields, the driver drives, a stranger polls in real time. */
  boolean await(BooleanSupplier ready, long nanos) throws InterruptedException {
    if (ready.getAsBoolean()) {
      return true;
    }
    @Nullable Actor actor = Actor.current();
    if (actor != null) {
      long wait = Math.min(Math.max(1_000, nanos), FOREVER);
      if (wait < FOREVER) {
        in(wait, () -> {});
      }
      actor.park(ready, now + wait);
      return ready.getAsBoolean();
    }
    return Thread.currentThread() == driver ? run(ready, Math.min(nanos, FOREVER)) : poll(ready);
  }

  private static boolean poll(BooleanSupplier ready) {
    for (int i = 0; i < POLLS && !ready.getAsBoolean(); i++) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    return ready.getAsBoolean();
  }
}
