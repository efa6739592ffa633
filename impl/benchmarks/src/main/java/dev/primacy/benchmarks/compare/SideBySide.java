package dev.primacy.benchmarks.compare;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Measurements that mostly wait, a few at a time. */
public final class SideBySide {
  private final PrintStream out;
  private final int most;

  /**
   * Makes it.
   *
   * @param out where failures are told
   * @param most how many at a time
   */
  public SideBySide(PrintStream out, int most) {
    this.out = out;
    this.most = most;
  }

  /**
   * Runs all of them; one that fails is told and left out.
   *
   * @return what the others came to, in their order
   */
  public <T> List<T> run(List<? extends Callable<T>> all) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(most);
    List<T> results = new ArrayList<>();
    try {
      for (Future<T> one : pool.invokeAll(all)) {
        add(one, results);
      }
    } finally {
      pool.shutdownNow();
    }
    return results;
  }

  private <T> void add(Future<T> one, List<T> results) throws InterruptedException {
    try {
      results.add(one.get());
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      (cause == null ? failed : cause).printStackTrace(out);
    }
  }
}
