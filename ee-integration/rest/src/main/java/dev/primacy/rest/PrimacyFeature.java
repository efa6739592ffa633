package dev.primacy.rest;

import dev.primacy.NotPrimaryException;
import dev.primacy.OutcomeUnknownException;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Puts the guard of REST resources in place. Servers find it through the service loader, or by
 * scanning. Where one does neither, an application that lists its classes adds this one:
 *
 * <pre>{@code
 * public Set<Class<?>> getClasses() {
 *   return Set.of(Orders.class, PrimacyFeature.class);
 * }
 * }</pre>
 *
 * <p>Being found twice does no harm: what is registered is not registered again.
 *
 * @since 0.1
 */
@Provider
public class PrimacyFeature implements Feature {
  private static final Map<Class<? extends Throwable>, Class<?>> MAPPERS =
      Map.of(
          NotPrimaryException.class, NotPrimaryMapper.class,
          OutcomeUnknownException.class, OutcomeUnknownMapper.class);

  /** For the server. */
  public PrimacyFeature() {}

  @Override
  public boolean configure(FeatureContext context) {
    Configuration present = context.getConfiguration();
    if (!present.isRegistered(PrimaryOnlyFilter.class)) {
      FilterPriority.configured().register(context);
    }
    if (!present.isRegistered(GuardedResources.class)) {
      context.register(GuardedResources.class);
    }
    MAPPERS.forEach(
        (exception, mapper) -> {
          if (!isMapped(exception, present)) {
            context.register(mapper);
          }
        });
    if (UnmappedOnCxf.isCxf(context) && !isMapped(Throwable.class, present)) {
      context.register(new UnmappedOnCxf());
    }
    return true;
  }

  private static boolean isMapped(Class<? extends Throwable> exception, Configuration present) {
    return Stream.concat(
            present.getClasses().stream(), present.getInstances().stream().map(Object::getClass))
        .filter(ExceptionMapper.class::isAssignableFrom)
        .flatMap(mapper -> Arrays.stream(mapper.getMethods()))
        .filter(method -> !method.isBridge())
        .anyMatch(m -> m.getName().equals("toResponse") && m.getParameterTypes()[0] == exception);
  }
}
