package dev.primacy.cdi;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InterceptionType;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether there is somebody to enforce each guard. A guard that nobody enforces lets everybody in,
 * so it must not be deployed.
 *
 * @param beans the container
 * @param filter whether a filter guards the resources
 */
record Enforceability(BeanManager beans, boolean filter) {

  static Enforceability of(BeanManager beans) {
    boolean filter = !beans.getBeans(ResourceGuard.class, Any.Literal.INSTANCE).isEmpty();
    return new Enforceability(beans, filter);
  }

  List<RuntimeException> problems(GuardedBeans guards, GuardedTypes types) {
    Stream<RuntimeException> ofBeans = guards.all().flatMap(guard -> problem(guard));
    Stream<RuntimeException> ofResources =
        filter ? Stream.of() : types.resources().map(t -> CdiMessages.TEXT.noFilter(t.getName()));
    Stream<RuntimeException> ofOthers =
        types.neither().map(type -> CdiMessages.TEXT.notABean(type.getName()));
    return Stream.of(ofBeans, ofResources, ofOthers).flatMap(s -> s).toList();
  }

  private Stream<RuntimeException> problem(BeanGuard guard) {
    if (Resources.isResource(guard.type())) {
      return filter ? Stream.of() : Stream.of(CdiMessages.TEXT.noFilter(guard.name()));
    }
    if (!guard.intercepted()) {
      return Stream.of(CdiMessages.TEXT.onSupertypeOnly(guard.name()));
    }
    return beans.resolveInterceptors(InterceptionType.AROUND_INVOKE, guard.annotation()).isEmpty()
        ? Stream.of(CdiMessages.TEXT.noInterceptor(guard.name()))
        : Stream.of();
  }
}
