package dev.primacy.testkit.time;

import dev.primacy.core.gate.Clocks;
import dev.primacy.core.runtime.Execution;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** Where a node runs: its clocks, its threads, and what may happen to them as to a process. */
public final class Place implements Clocks, Execution {
  private static final long EPOCH_MILLIS = 1_800_000_000_000L;

  /** The rest follows nodes for the application, on threads of its own, in real time. */
  private static final Set<String> WORKS =
      Set.of("lease", "events", "io", "control", "log", "drain", "store", "timers");

  private final VirtualTime time;
  private final SplittableRandom random;
  private final Deque<Runnable> put = new ArrayDeque<>();
  private volatile boolean frozen;
  private volatile boolean dead;
  private volatile double rate = 1;
  private volatile long since;
  private volatile long local = 1_000_000_000L;
  private final AtomicLong wallAhead = new AtomicLong();

  /**
   * Makes one.
   *
   * @param time in which it is
   */
  public Place(VirtualTime time) {
    this.time = time;
    this.random = time.split();
    this.since = time.now();
  }

  VirtualTime time() {
    return time;
  }

  // ---- what is done to it

  /** Nothing of it runs from now on. */
  public void freeze() {
    frozen = true;
  }

  /** Goes on. */
  public void thaw() {
    frozen = false;
    while (!put.isEmpty()) {
      time.in(0, put.removeFirst());
    }
  }

  /** Ends at once, and forever. */
  public void die() {
    dead = true;
  }

  /**
   * Steps the wall clock.
   *
   * @param step forward or, if negative, back
   */
  public void stepWall(Duration step) {
    wallAhead.addAndGet(step.toMillis());
  }

  /**
   * Has both clocks run at another rate from now on.
   *
   * @param next 1 is true time
   */
  public void rate(double next) {
    local = nanos();
    since = time.now();
    rate = next;
  }

  boolean isFrozen() {
    return frozen;
  }

  /**
   * Whether it ended.
   *
   * @return true after {@link #die}
   */
  public boolean isDead() {
    return dead;
  }

  /**
   * How its clocks run.
   *
   * @return 1 is true time
   */
  public double rate() {
    return rate;
  }

  void uncaught(Thread thread, Throwable failure) {
    if (!(failure instanceof Actor.PlaceGone)) {
      thread.getThreadGroup().uncaughtException(thread, failure);
    }
  }

  // ---- what it does

  /**
   * Has something done on no thread of its own; later, if it is frozen then, and never, if it is
   * dead then.
   *
   * @param nanos after which, by its own clock
   * @param what must not block
   */
  public void in(long nanos, Runnable what) {
    time.in(toTrue(nanos), () -> here(what));
  }

  private void here(Runnable what) {
    if (frozen && !dead) {
      put.addLast(() -> here(what));
    } else if (!dead) {
      what.run();
    }
  }

  private long toTrue(long nanos) {
    return nanos >= VirtualTime.FOREVER ? VirtualTime.FOREVER : (long) Math.ceil(nanos / rate);
  }

  /**
   * Runs something on a thread of its own.
   *
   * @param name of the thread
   * @param task what
   * @return not started yet
   */
  public Thread thread(String name, Runnable task) {
    Actor actor = new Actor(this, task);
    actor.setName(name);
    return actor;
  }

  /**
   * Waits, on any thread.
   *
   * @param ready for what
   * @param nanos how long, by its own clock
   * @return whether it is so
   * @throws InterruptedException if this thread was interrupted
   */
  public boolean await(BooleanSupplier ready, long nanos) throws InterruptedException {
    return dead ? ready.getAsBoolean() : time.await(ready, toTrue(nanos));
  }

  /**
   * Whether the current thread is one of a node, and may wait without holding up the others.
   *
   * @return false for the test's thread
   */
  public static boolean isInside() {
    return Actor.current() != null;
  }

  // ---- clocks

  @Override
  public long nanos() {
    return local + (long) ((time.now() - since) * rate);
  }

  @Override
  public long millis() {
    return EPOCH_MILLIS + wallAhead.get() + TimeUnit.NANOSECONDS.toMillis(nanos());
  }

  @Override
  public boolean await(CountDownLatch latch, long nanos) throws InterruptedException {
    return await(() -> latch.getCount() == 0, nanos);
  }

  // ---- threads

  @Override
  public ThreadFactory threads(String work, ThreadFactory context) {
    return WORKS.contains(work) ? task -> new Actor(this, task) : context;
  }

  @Override
  public BlockingQueue<Runnable> queue(int capacity) {
    return new VirtualQueue(this, capacity);
  }

  @Override
  public ThreadPoolExecutor pool(int threads, Duration idle, int capacity, ThreadFactory factory) {
    return new VirtualPool(this, threads, idle, capacity, factory);
  }

  @Override
  public ScheduledThreadPoolExecutor timers(ThreadFactory factory) {
    return new VirtualTimers(this, factory);
  }

  @Override
  public <T> T await(Future<T> result, Duration patience)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (!await(result::isDone, patience.toNanos())) {
      throw new TimeoutException();
    }
    return result.get();
  }

  @Override
  public UUID newIncarnation() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  @Override
  public RandomGenerator chance() {
    return random.split();
  }
}
