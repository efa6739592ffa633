package dev.primacy.rest.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.primacy.rest.PrimacyFeature;
import dev.primacy.rest.scenario.resources.ApplicationScopedResource;
import dev.primacy.rest.scenario.resources.LocatorResource;
import dev.primacy.rest.scenario.resources.ParcelReader;
import dev.primacy.rest.scenario.resources.UnscopedResource;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Applications that the extension sees when they are deployed. */
public abstract class ListedApplicationScenario {
  private static final Map<String, Object> NO_SERVICES =
      Map.of("jakarta.ws.rs.loadServices", "false");

  /** Leaves it to the server. */
  public static class Plain extends Application {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(ApplicationScopedResource.class, ParcelReader.class, UnscopedResource.class);
    }
  }

  /** Wants no services. */
  public static class Lonely extends Plain {
    @Override
    public Map<String, Object> getProperties() {
      return NO_SERVICES;
    }
  }

  /** Wants no services and lists what is needed. */
  public static class Complete extends Lonely {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(ApplicationScopedResource.class, PrimacyFeature.class);
    }
  }

  /** Leads to a guarded sub-resource. */
  public static class Leading extends Lonely {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(LocatorResource.class);
    }
  }

  /** Has nothing that is guarded. */
  public static class Open extends Lonely {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(ParcelReader.class);
    }
  }

  /** Lists objects. */
  public static class OfObjects extends Application {
    @Override
    @SuppressWarnings("deprecation")
    public Set<Object> getSingletons() {
      return Set.of(new UnscopedResource());
    }

    @Override
    public Map<String, Object> getProperties() {
      return NO_SERVICES;
    }
  }

  /** Lists nothing: the server scans. */
  public static class Scanning extends Application {
    @Override
    public Map<String, Object> getProperties() {
      return NO_SERVICES;
    }
  }

  /** Can be asked by the server only. */
  public static class Needy extends Lonely {
    @Override
    public Set<Class<?>> getClasses() {
      throw new IllegalStateException("not yet");
    }
  }

  @Test
  void one_that_loads_no_services_and_lists_guarded_resources_without_the_feature_is_refused()
      throws Exception {
    assertThat(failure(Lonely.class))
        .contains("PRIMACY-1303: " + Lonely.class.getName())
        .contains(
            ApplicationScopedResource.class.getName() + ", " + UnscopedResource.class.getName())
        .contains("Add dev.primacy.rest.PrimacyFeature to its getClasses()");
  }

  @Test
  void objects_count_as_their_classes() throws Exception {
    assertThat(failure(OfObjects.class))
        .contains("PRIMACY-1303: " + OfObjects.class.getName())
        .contains(UnscopedResource.class.getName());
  }

  @Test
  void a_locator_may_lead_to_any_guarded_sub_resource() throws Exception {
    assertThat(failure(Leading.class))
        .contains("PRIMACY-1303: " + Leading.class.getName())
        .contains("resources.SubBean");
  }

  @Test
  void every_other_one_is_deployed() {
    assertThatCode(() -> deploy(Complete.class, Open.class, Scanning.class, Needy.class))
        .doesNotThrowAnyException();
  }

  /** Deploys what must be deployed. */
  protected static void deploy(Class<?>... applications) throws Exception {
    Deployments.deploy(applications);
  }

  /** Everything told about a deployment that must be refused. */
  protected static String failure(Class<?>... applications) throws Exception {
    return Deployments.failure(applications);
  }
}
