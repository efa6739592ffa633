package dev.primacy.core.runtime;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/**
 * What a runtime takes from the machine besides its clocks: threads, waiting and chance. Each
 * method does what the JDK does; whoever replaces the clocks by virtual ones replaces these, too,
 * so that nothing waits for a time that does not pass.
 *
 * <p>Threads of followers, monitors and views are not among them: those run the application's own
 * loops, whenever it asks for one.
 *
 * @since 0.1
 */
public interface Execution {

  /** That of the machine. */
  Execution SYSTEM = new Execution() {};

  /**
   * What makes the threads for one kind of work.
   *
   * @param work what they do, in one word
   * @param context makes threads with the application's context
   * @return makes the threads
   */
  default ThreadFactory threads(String work, ThreadFactory context) {
    return context;
  }

  /**
   * Where a thread finds what it has to do next.
   *
   * @param capacity how much may wait
   * @return a queue; whoever polls it waits by the clocks of the runtime
   */
  default BlockingQueue<Runnable> queue(int capacity) {
    return new LinkedBlockingQueue<>(capacity);
  }

  /**
   * Makes a pool.
   *
   * @param threads how many, once they are needed
   * @param idle after which they end; zero if they stay
   * @param capacity how many tasks may wait
   * @param factory makes the threads
   * @return the pool
   */
  default ThreadPoolExecutor pool(int threads, Duration idle, int capacity, ThreadFactory factory) {
    return new ThreadPoolExecutor(
        threads, threads, idle.toNanos(), TimeUnit.NANOSECONDS, queue(capacity), factory);
  }

  /**
   * Makes what runs tasks later, one at a time; none of them blocks.
   *
   * @param factory makes the thread
   * @return the executor
   */
  default ScheduledThreadPoolExecutor timers(ThreadFactory factory) {
    return new ScheduledThreadPoolExecutor(1, factory);
  }

  /**
   * Waits for a result.
   *
   * @param <T> its type
   * @param result completed by another thread
   * @param patience how long to wait
   * @return the result
   * @throws InterruptedException if this thread was interrupted
   * @throws ExecutionException if there is a failure instead
   * @throws TimeoutException if the time is over
   */
  default <T> T await(Future<T> result, Duration patience)
      throws InterruptedException, ExecutionException, TimeoutException {
    return result.get(patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * A name for an incarnation, never the same twice, not even in another process (rule R0).
   *
   * @return the name
   */
  default UUID newIncarnation() {
    return UUID.randomUUID();
  }

  /**
   * Chance, which spreads what nodes do at the same time.
   *
   * @return used by one thread
   */
  default RandomGenerator chance() {
    return RandomGenerator.getDefault();
  }
}
