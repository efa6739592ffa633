package dev.primacy.schedule;

import static org.assertj.core.api.Assertions.catchThrowable;

import dev.primacy.Membership;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;

/** An application in a container, with settings that only it reads. */
final class Deployed implements AutoCloseable {
  private final SeContainer container;
  private boolean closed;

  private Deployed(SeContainer container) {
    this.container = container;
  }

  /** A node of a cluster that takes its role over quickly. */
  static Deployed node(String cluster, Class<?>... beans) {
    return with(settings(cluster), beans);
  }

  static Map<String, String> settings(String cluster) {
    Map<String, String> settings = new HashMap<>();
    settings.put("primacy.cluster", cluster);
    settings.put("primacy.group", "ledger");
    settings.put("primacy.engine", "memory");
    settings.put("primacy.lease", "1s");
    return settings;
  }

  static Deployed with(Map<String, String> settings, Class<?>... beans) {
    settings.forEach(System::setProperty);
    try {
      return new Deployed(SeContainerInitializer.newInstance().addBeanClasses(beans).initialize());
    } finally {
      settings.keySet().forEach(System::clearProperty);
    }
  }

  /** Everything a person would read of a deployment that must fail. */
  static String failing(Class<?>... beans) {
    Throwable failure = catchThrowable(() -> node("refused", beans).close());
    if (failure == null) {
      throw new AssertionError("it was deployed");
    }
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  <T> T get(Class<T> type) {
    return container.select(type).get();
  }

  Membership membership() {
    return get(Membership.class);
  }

  /** Before its time; closing it again does nothing. */
  void stop() {
    if (!closed) {
      closed = true;
      container.close();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
