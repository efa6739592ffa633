package dev.primacy.rest.scenario;

import dev.primacy.rest.GuardedResources;
import dev.primacy.rest.PrimacyFeature;
import dev.primacy.rest.PrimaryOnlyFilter;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What scanning a deployment finds: the resources, and the providers in Primacy's jar. */
public final class ScannedClasses {

  /** All of it. */
  public static final Set<Class<?>> ALL =
      Stream.concat(
              Arrays.stream(Listed.RESOURCES),
              Stream.of(PrimaryOnlyFilter.class, GuardedResources.class, PrimacyFeature.class))
          .collect(Collectors.toUnmodifiableSet());

  private ScannedClasses() {}
}
