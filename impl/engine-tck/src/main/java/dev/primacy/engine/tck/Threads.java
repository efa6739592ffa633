package dev.primacy.engine.tck;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The suite's own threads. */
final class Threads {
  static final String PREFIX = "tck-";

  private Threads() {}

  static Thread of(String name, Runnable task) {
    Thread thread = new Thread(task, PREFIX + name);
    thread.setDaemon(true);
    return thread;
  }

  static ExecutorService pool(String name, int size) {
    return Executors.newFixedThreadPool(size, task -> of(name, task));
  }

  static Thread start(String name, Runnable task) {
    Thread thread = of(name, task);
    thread.start();
    return thread;
  }

  /** Runs what takes its time, and waits for all of it. */
  static void sideBySide(List<Runnable> tasks) throws InterruptedException {
    List<Thread> running = tasks.stream().map(task -> start("side-by-side", task)).toList();
    for (Thread one : running) {
      one.join();
    }
  }
}
