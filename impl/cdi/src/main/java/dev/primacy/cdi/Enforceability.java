package dev.primacy.cdi;

import dev.primacy.Fence;
import dev.primacy.PrimaryOnly;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InterceptionType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether there is somebody to enforce each guard. A guard that nobody enforces lets everybody in,
 * so it must not be deployed.
 *
 * @param beans the container
 * @param filter whether a filter guards the resources
 * @param fence whether transactions can be fenced
 */
record Enforceability(BeanManager beans, boolean filter, boolean fence) {

  static Enforceability of(BeanManager beans, AnnouncedBeans announced) {
    boolean filter = announced.has(ResourceGuard.class, beans);
    boolean fence = announced.has(TransactionGuard.class, beans);
    return new Enforceability(beans, filter, fence);
  }

  List<RuntimeException> problems(GuardedBeans guards, GuardedTypes types) {
    Stream<RuntimeException> ofBeans = guards.all().flatMap(guard -> problem(guard));
    Stream<RuntimeException> ofResources =
        filter ? Stream.of() : types.resources().map(t -> CdiMessages.TEXT.noFilter(t.getName()));
    Stream<RuntimeException> ofOthers =
        types.neither().map(type -> CdiMessages.TEXT.notABean(type.getName()));
    Stream<RuntimeException> ofFences = guards.all().flatMap(guard -> fenceProblem(guard));
    Stream<RuntimeException> ofUnmanaged =
        types
            .resources()
            .filter(Enforceability::asksForFence)
            .map(type -> CdiMessages.TEXT.fenceNeedsBean(type.getName()));
    return Stream.of(ofBeans, ofResources, ofOthers, ofFences, ofUnmanaged)
        .flatMap(s -> s)
        .toList();
  }

  /** The filter knows no transactions, and an interceptor needs a bean. */
  private static boolean asksForFence(Class<?> type) {
    return Stream.concat(Stream.of(type), Arrays.stream(type.getMethods()))
        .map(element -> element.getAnnotation(PrimaryOnly.class))
        .anyMatch(guard -> guard != null && guard.fence() != Fence.NONE);
  }

  private Stream<RuntimeException> fenceProblem(BeanGuard guard) {
    return guard.annotation().fence() == Fence.NONE || fence
        ? Stream.of()
        : Stream.of(CdiMessages.TEXT.noFence(guard.name()));
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
