package dev.primacy.testkit.time;

import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A thread of a node: runs only while the driver waits for it. */
final class Actor extends Thread {
  /** So long in real time may a step take before it is said to be blocked. */
  private static final long PATIENCE_MILLIS = 2_000;

  /** So long may it take to notice that it was interrupted. */
  private static final long LAST_MILLIS = 100;

  private static final int FRAMES = 12;

  private final Place place;
  private final Semaphore go = new Semaphore(0);
  private final Semaphore back = new Semaphore(0);

  // written by whoever runs, before the other one is let run
  private volatile BooleanSupplier ready = () -> true;
  private volatile long deadline = VirtualTime.FOREVER;
  private volatile boolean interruptAsked;
  private volatile boolean abandoned;

  Actor(Place place, Runnable task) {
    super(task);
    this.place = place;
    setDaemon(true);
    setUncaughtExceptionHandler(place::uncaught);
  }

  static @Nullable Actor current() {
    return Thread.currentThread() instanceof Actor actor ? actor : null;
  }

  /** Its turn comes; not before. */
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // one thread runs at a time
  public void start() {
    if (!place.isDead()) {
      place.time().add(this);
    }
  }

  @Override
  public void run() {
    go.acquireUninterruptibly();
    try {
      super.run();
    } finally {
      back.release();
    }
  }

  @Override
  public void interrupt() {
    interruptAsked = true;
    super.interrupt();
  }

  boolean isReady(long now) {
    return place.isDead()
        || (!place.isFrozen() && (interruptAsked || now >= deadline || ready.getAsBoolean()));
  }

  /** On the driver: returns once this thread waits or has ended. */
  void resume(Consumer<String> stuck) {
    if (getState() == State.NEW) {
      if (place.isDead()) {
        return;
      }
      super.start();
    }
    go.release();
    if (!cameBack(PATIENCE_MILLIS)) {
      stuck.accept(report());
      interrupt();
      abandoned = !cameBack(LAST_MILLIS);
    }
  }

  private boolean cameBack(long millis) {
    try {
      return back.tryAcquire(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String report() {
    return getName()
        + Arrays.stream(getStackTrace())
            .limit(FRAMES)
            .map(frame -> System.lineSeparator() + "    at " + frame)
            .collect(Collectors.joining());
  }

  /** On this thread: lets the others run. */
  void park(BooleanSupplier until, long at) throws InterruptedException {
    interruptAsked = isInterrupted();
    ready = until;
    deadline = at;
    if (!abandoned) {
      place.time().add(this);
      back.release();
      go.acquireUninterruptibly();
    }
    if (place.isDead() || abandoned) {
      throw new PlaceGone();
    }
    if (interruptAsked) {
      interruptAsked = false;
      Thread.interrupted();
      throw new InterruptedException();
    }
  }

  /** Ends a thread of a node that is no more; nothing of the application may catch it. */
  static final class PlaceGone extends Error {
    private static final long serialVersionUID = 1L;

    PlaceGone() {
      super("this node is gone", null, false, false);
    }
  }
}
