package dev.primacy.engine.tck;

/** The suite's own threads. */
final class Threads {
  static final String PREFIX = "tck-";

  private Threads() {}

  static Thread of(String name, Runnable task) {
    Thread thread = new Thread(task, PREFIX + name);
    thread.setDaemon(true);
    return thread;
  }

  static Thread start(String name, Runnable task) {
    Thread thread = of(name, task);
    thread.start();
    return thread;
  }
}
