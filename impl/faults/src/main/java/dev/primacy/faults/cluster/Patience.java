package dev.primacy.faults.cluster;

import dev.primacy.core.gate.SystemClocks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long something may take.
 *
 * @param time from when it is waited for
 */
public record Patience(Duration time) {
  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(20);

  /** Something that will be so. */
  @FunctionalInterface
  public interface Condition {
    /** Whether it is. */
    boolean holds() throws Exception;
  }

  /** That long. */
  public static Patience of(Duration time) {
    return new Patience(time);
  }

  /** The machine's one monotonic clock. */
  public static long now() {
    return SystemClocks.INSTANCE.nanos();
  }

  /** Waits until something is so; throws if it is not in time. */
  public void until(String what, Condition condition) throws InterruptedException {
    if (!holds(condition)) {
      throw new IllegalStateException("not within " + time + ": " + what);
    }
  }

  /** Something that will be there. */
  @FunctionalInterface
  public interface Source<T> {
    /** It, or empty. */
    Optional<T> get() throws Exception;
  }

  /** Waits until something is there; throws if it is not in time. */
  public <T> T first(String what, Source<T> source) throws InterruptedException {
    List<T> found = new ArrayList<>();
    until(
        what,
        () -> {
          source.get().ifPresent(found::add);
          return !found.isEmpty();
        });
    return found.get(0);
  }

  /** Waits until something is so; whether it was, in time. */
  public boolean holds(Condition condition) throws InterruptedException {
    long begin = now();
    while (!asked(condition)) {
      if (now() - begin > time.toNanos()) {
        return false;
      }
      park(STEP);
    }
    return true;
  }

  /** Lets it pass. */
  public void pass() throws InterruptedException {
    long end = now() + time.toNanos();
    for (long left = end - now(); left > 0; left = end - now()) {
      park(left);
    }
  }

  private static boolean asked(Condition condition) throws InterruptedException {
    try {
      return condition.holds();
    } catch (InterruptedException e) {
      throw e;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void park(long nanos) throws InterruptedException {
    LockSupport.parkNanos(nanos);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
