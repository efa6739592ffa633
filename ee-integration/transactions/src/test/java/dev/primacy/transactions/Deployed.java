package dev.primacy.transactions;

import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** An application in a container, with settings that only it reads. */
final class Deployed implements AutoCloseable {
  private final SeContainer container;

  private Deployed(SeContainer container) {
    this.container = container;
  }

  /** Alone in a group, so soon its primary, and quick to lose the role. */
  static Map<String, String> alone(Map<String, String> more) {
    Map<String, String> settings =
        new TreeMap<>(
            Map.of(
                "primacy.group", "ledger",
                "primacy.engine", "memory",
                "primacy.lease", "400ms",
                "primacy.drain-timeout", "0s"));
    settings.putAll(more);
    return settings;
  }

  static Deployed with(Map<String, String> settings, Class<?>... beans) {
    return with(SeContainerInitializer.newInstance(), settings, beans);
  }

  /** In a container that lacks what it usually has. */
  static Deployed without(String absent, Map<String, String> settings, Class<?>... beans) {
    return with(
        SeContainerInitializer.newInstance().addExtensions(new Veto(absent)), settings, beans);
  }

  private static Deployed with(
      SeContainerInitializer boot, Map<String, String> settings, Class<?>... beans) {
    settings.forEach(System::setProperty);
    try {
      return new Deployed(boot.addBeanClasses(beans).initialize());
    } finally {
      settings.keySet().forEach(System::clearProperty);
    }
  }

  /** Everything a person would read of a deployment that must fail. */
  static String failing(Map<String, String> settings, Class<?>... beans) {
    return failing(() -> with(settings, beans));
  }

  /** The same of any deployment. */
  static String failing(Supplier<Deployed> deployment) {
    Throwable failure = catchThrowable(() -> deployment.get().close());
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

  @Override
  public void close() {
    if (container.isRunning()) {
      container.close();
    }
  }
}
