package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jboss.weld.lite.extension.translator.LiteExtensionTranslator;

/**
 * An application that the build compatible extension has deployed, and it alone: Weld runs it, with
 * its own model of the language, in the order of a build. What differs from Quarkus is that the
 * build is not another process.
 */
final class Built implements AutoCloseable {
  /** The beans of this module, which are discovered elsewhere. */
  private static final List<Class<?>> OURS =
      List.of(
          PrimacyLifecycle.class,
          PrimaryOnlyInterceptor.class,
          ReportProblemsInterceptor.class,
          Publishers.class,
          ClusterPublishing.class);

  private final WeldContainer container;
  private final ClassLoader loader;

  private Built(WeldContainer container, ClassLoader loader) {
    this.container = container;
    this.loader = loader;
  }

  static Built of(List<Class<?>> beans, Map<String, String> settings) {
    ClassLoader loader = new URLClassLoader(new URL[0], Built.class.getClassLoader());
    settings.forEach(System::setProperty);
    try {
      return new Built(ContextLoader.call(loader, () -> boot(loader, beans)), loader);
    } finally {
      settings.keySet().forEach(System::clearProperty);
    }
  }

  /** Without discovery, which would find the portable extension. */
  private static WeldContainer boot(ClassLoader loader, List<Class<?>> beans) {
    return new Weld()
        .disableDiscovery()
        .setClassLoader(loader)
        .addExtension(translator(loader))
        .addBeanClasses(OURS.toArray(Class<?>[]::new))
        .addBeanClasses(beans.toArray(Class<?>[]::new))
        .initialize();
  }

  /** Weld leaves out every extension that has a portable twin, whether that is there or not. */
  private static LiteExtensionTranslator translator(ClassLoader loader) {
    Collection<Class<? extends BuildCompatibleExtension>> none = List.of();
    LiteExtensionTranslator translator = new LiteExtensionTranslator(none, loader);
    Object invoker = field(translator, "util");
    Class<?> extension = PrimacyBuildExtension.class;
    map(invoker, "extensionClasses").put(extension.getName(), extension);
    map(invoker, "extensionClassInstances")
        .put(extension, ContextLoader.call(loader, PrimacyBuildExtension::new));
    return translator;
  }

  @SuppressWarnings("unchecked") // both are put into by name
  private static Map<Object, Object> map(Object owner, String name) {
    return (Map<Object, Object>) field(owner, name);
  }

  private static Object field(Object owner, String name) {
    try {
      Field field = owner.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return field.get(owner);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("this Weld keeps its extensions elsewhere", e);
    }
  }

  /** Everything a person would read about an application that must not be built, or not start. */
  static String failing(Class<?>... beans) {
    StringWriter text = new StringWriter();
    Throwable failure = catchThrowable(() -> of(List.of(beans), Map.of()).close());
    if (failure == null) {
      throw new AssertionError("it was built, and started");
    }
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  <T> T get(Class<T> type) {
    return ContextLoader.call(loader, () -> container.select(type).get());
  }

  boolean has(String name) {
    return !container.getBeanManager().getBeans(name).isEmpty();
  }

  @Override
  public void close() {
    ContextLoader.run(loader, container::close);
  }
}
