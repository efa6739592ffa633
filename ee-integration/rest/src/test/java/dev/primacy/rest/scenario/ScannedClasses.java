package dev.primacy.rest.scenario;

import dev.primacy.rest.GuardedResources;
import dev.primacy.rest.NotPrimaryMapper;
import dev.primacy.rest.OutcomeUnknownMapper;
import dev.primacy.rest.PrimacyFeature;
import dev.primacy.rest.PrimaryOnlyFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What scanning a deployment finds: the resources, and the providers in Primacy's jar. */
public final class ScannedClasses {
  private static Stream<Class<?>> inPrimacysJar() {
    return Stream.of(
        GuardedResources.class,
        NotPrimaryMapper.class,
        OutcomeUnknownMapper.class,
        PrimacyFeature.class,
        PrimaryOnlyFilter.class);
  }

  private ScannedClasses() {}

  /** All of it, and these. */
  public static Set<Class<?>> with(Class<?>... more) {
    Stream<Class<?>> ours =
        inPrimacysJar().filter(type -> type.isAnnotationPresent(Provider.class));
    return Stream.of(Arrays.stream(Listed.RESOURCES), ours, Arrays.stream(more))
        .flatMap(classes -> classes)
        .collect(Collectors.toUnmodifiableSet());
  }
}
