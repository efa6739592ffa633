package dev.primacy.rest.scenario;

import dev.primacy.rest.scenario.resources.ApplicationScopedResource;
import dev.primacy.rest.scenario.resources.AsyncResource;
import dev.primacy.rest.scenario.resources.ClassInheritingResource;
import dev.primacy.rest.scenario.resources.ContractResource;
import dev.primacy.rest.scenario.resources.ElsewhereResource;
import dev.primacy.rest.scenario.resources.GuardedLocatorResource;
import dev.primacy.rest.scenario.resources.InheritingResource;
import dev.primacy.rest.scenario.resources.LocatorResource;
import dev.primacy.rest.scenario.resources.ParcelReader;
import dev.primacy.rest.scenario.resources.RequestScopedResource;
import dev.primacy.rest.scenario.resources.UnscopedResource;
import jakarta.ws.rs.core.Application;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An application that lists its classes. */
public final class Listed extends Application {

  /** Every resource of the scenarios and what they need. */
  static final Class<?>[] RESOURCES = {
    ApplicationScopedResource.class,
    AsyncResource.class,
    ClassInheritingResource.class,
    ContractResource.class,
    ElsewhereResource.class,
    GuardedLocatorResource.class,
    InheritingResource.class,
    LocatorResource.class,
    ParcelReader.class,
    RequestScopedResource.class,
    UnscopedResource.class
  };

  private final Set<Class<?>> classes;
  private final Map<String, Object> properties;

  private Listed(Stream<Class<?>> classes) {
    this(classes.collect(Collectors.toUnmodifiableSet()), Map.of());
  }

  private Listed(Set<Class<?>> classes, Map<String, Object> properties) {
    this.classes = classes;
    this.properties = properties;
  }

  /** Lists these. */
  public static Listed only(Class<?>... classes) {
    return new Listed(Arrays.stream(classes));
  }

  /** Lists all resources and these. */
  public static Listed with(Class<?>... more) {
    return new Listed(Stream.concat(Arrays.stream(RESOURCES), Arrays.stream(more)));
  }

  /** The same without what the server would load as a service. */
  Listed withoutServices() {
    return new Listed(classes, Map.of("jakarta.ws.rs.loadServices", false));
  }

  @Override
  public Set<Class<?>> getClasses() {
    return classes;
  }

  @Override
  public Map<String, Object> getProperties() {
    return properties;
  }
}
