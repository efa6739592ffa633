package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.BeanManager;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * An application in a container, whichever is on the class path. Each one has a class loader of its
 * own as context, as it would on a server.
 */
final class Deployed implements AutoCloseable {
  private final SeContainer container;
  private final URLClassLoader loader;

  private Deployed(SeContainer container, URLClassLoader loader) {
    this.container = container;
    this.loader = loader;
  }

  static Deployed of(Class<?>... beans) {
    return with(Map.of(), beans);
  }

  /** With settings that only this application reads. */
  static Deployed with(Map<String, String> settings, Class<?>... beans) {
    URLClassLoader loader = new URLClassLoader(new URL[0], Deployed.class.getClassLoader());
    settings.forEach(System::setProperty);
    try {
      return new Deployed(ContextLoader.call(loader, () -> boot(loader, beans)), loader);
    } finally {
      settings.keySet().forEach(System::clearProperty);
    }
  }

  private static SeContainer boot(ClassLoader loader, Class<?>... beans) {
    return SeContainerInitializer.newInstance()
        .setClassLoader(loader)
        // OpenWebBeans would take the test classes for a bean archive
        .addProperty("org.apache.webbeans.scanBeansXmlOnly", "true")
        .addBeanClasses(beans)
        .initialize();
  }

  /** Everything a person would read about a deployment that must fail: exceptions and log. */
  static String failing(Map<String, String> settings, Class<?>... beans) {
    StringWriter text = new StringWriter();
    try (LogLines log = new LogLines()) {
      Throwable failure = catchThrowable(() -> with(settings, beans).close());
      if (failure == null) {
        throw new AssertionError("it was deployed");
      }
      Set<Throwable> seen = new HashSet<>();
      for (Throwable t = failure; t != null && seen.add(t); t = t.getCause()) {
        t.printStackTrace(new PrintWriter(text));
      }
      return text + log.text();
    }
  }

  static String failing(Class<?>... beans) {
    return failing(Map.of(), beans);
  }

  <T> T get(Class<T> type, Annotation... qualifiers) {
    return ContextLoader.call(loader, () -> container.select(type, qualifiers).get());
  }

  Event<Object> events() {
    return container.getBeanManager().getEvent();
  }

  BeanManager beans() {
    return container.getBeanManager();
  }

  Deployment deployment() {
    return get(Deployment.class);
  }

  ClassLoader loader() {
    return loader;
  }

  @Override
  public void close() {
    ContextLoader.run(loader, container::close);
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
