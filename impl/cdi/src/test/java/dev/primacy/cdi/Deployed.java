package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** An application in a container, whichever is on the class path. */
final class Deployed implements AutoCloseable {
  private final SeContainer container;

  private Deployed(SeContainer container) {
    this.container = container;
  }

  static Deployed of(Class<?>... beans) {
    return with(Map.of(), beans);
  }

  /** With settings that only this application reads. */
  static Deployed with(Map<String, String> settings, Class<?>... beans) {
    settings.forEach(System::setProperty);
    try {
      return new Deployed(SeContainerInitializer.newInstance().addBeanClasses(beans).initialize());
    } finally {
      settings.keySet().forEach(System::clearProperty);
    }
  }

  /** Everything a person would read about a deployment that must fail. */
  static String failing(Map<String, String> settings, Class<?>... beans) {
    Throwable failure = catchThrowable(() -> with(settings, beans).close());
    if (failure == null) {
      throw new AssertionError("it was deployed");
    }
    Set<Throwable> seen = new HashSet<>();
    StringWriter text = new StringWriter();
    for (Throwable t = failure; t != null && seen.add(t); t = t.getCause()) {
      t.printStackTrace(new PrintWriter(text));
    }
    return text.toString();
  }

  static String failing(Class<?>... beans) {
    return failing(Map.of(), beans);
  }

  <T> T get(Class<T> type, Annotation... qualifiers) {
    return container.select(type, qualifiers).get();
  }

  Event<Object> events() {
    return container.getBeanManager().getEvent();
  }

  Deployment deployment() {
    return get(Deployment.class);
  }

  @Override
  public void close() {
    container.close();
  }
}
