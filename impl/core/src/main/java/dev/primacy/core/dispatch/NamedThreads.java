package dev.primacy.core.dispatch;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Daemon threads of one application, named after it and their work, made by the factory of the
 * surroundings.
 *
 * @since 0.1
 */
public final class NamedThreads implements ThreadFactory {
  private final String prefix;
  private final ThreadFactory factory;
  private final AtomicInteger made = new AtomicInteger();

  /**
   * Makes a factory of threads for one kind of work.
   *
   * @param application the application
   * @param work what they do, in one word
   * @param factory makes the threads
   */
  public NamedThreads(String application, String work, ThreadFactory factory) {
    this.prefix = "primacy-" + application + "-" + work + "-";
    this.factory = factory;
  }

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = factory.newThread(task);
    thread.setName(prefix + made.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
