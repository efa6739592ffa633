package dev.primacy.rest;

import jakarta.ws.rs.core.Application;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an application class lists, asked of an instance made for this.
 *
 * @param name the application class
 * @param parts the classes it lists, those of its singletons included; empty if it leaves finding
 *     them to the server
 * @param loadsServices whether it lets the server load features as services
 */
record Listing(String name, Set<Class<?>> parts, boolean loadsServices) {
  private static final String LOAD_SERVICES = "jakarta.ws.rs.loadServices";

  /** Empty if the class cannot be asked before the server makes it. */
  static Optional<Listing> of(Class<? extends Application> type) {
    if (Modifier.isAbstract(type.getModifiers())) {
      return Optional.empty();
    }
    try {
      Constructor<? extends Application> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return Optional.of(of(type.getName(), constructor.newInstance()));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError needsTheServer) {
      return Optional.empty();
    }
  }

  @SuppressWarnings("deprecation") // singletons are served as long as servers serve them
  private static Listing of(String name, Application application) {
    Set<Class<?>> parts = new HashSet<>(orNone(application.getClasses()));
    orNone(application.getSingletons()).forEach(singleton -> parts.add(singleton.getClass()));
    Object load =
        application.getProperties() == null ? null : application.getProperties().get(LOAD_SERVICES);
    return new Listing(name, parts, !"false".equalsIgnoreCase(String.valueOf(load)));
  }

  private static <T> Collection<T> orNone(@Nullable Collection<T> some) {
    return some == null ? Set.of() : some;
  }

  boolean isWithoutFeature() {
    return !parts.isEmpty()
        && parts.stream()
            .noneMatch(
                part ->
                    PrimacyFeature.class.isAssignableFrom(part)
                        || PrimaryOnlyFilter.class.isAssignableFrom(part));
  }
}
