package dev.primacy.rest.scenario;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.assertj.core.util.Throwables;

/** Containers that boot with more classes than scanning finds. */
final class Deployments {
  private Deployments() {}

  /** What a person would read about a deployment that must fail: exception and log. */
  static String failure(Class<?>... more) throws Exception {
    Lines log = new Lines();
    Logger.getLogger("").addHandler(log);
    try {
      deploy(more);
    } catch (RuntimeException refused) {
      return Throwables.getStackTrace(refused) + log.lines;
    } finally {
      Logger.getLogger("").removeHandler(log);
    }
    throw new AssertionError("it was deployed");
  }

  /**
   * Boots a container and ends it. With a loader of its own: OpenWebBeans keeps one that failed.
   */
  static void deploy(Class<?>... more) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[0], before)) {
      thread.setContextClassLoader(loader);
      SeContainerInitializer boot =
          SeContainerInitializer.newInstance().setClassLoader(loader).addBeanClasses(more);
      try (SeContainer container = boot.initialize()) {
        container.getBeanManager();
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static final class Lines extends Handler {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord record) {
      Throwable thrown = record.getThrown();
      lines.add(record.getMessage() + (thrown == null ? "" : Throwables.getStackTrace(thrown)));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
