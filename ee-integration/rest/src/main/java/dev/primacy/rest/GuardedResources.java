package dev.primacy.rest;

import dev.primacy.OnSecondary;
import dev.primacy.cdi.Enforcement;
import dev.primacy.cdi.GuardRegistry;
import dev.primacy.cdi.GuardedMethod;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.settings.Mode;
import dev.primacy.core.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;

/**
 * Looks at every method of every root resource when it is deployed: a guard that cannot be carried
 * out stops the deployment, every other one is reported as enforced by the filter. Sub-resources
 * are not seen here; the filter reports them when they are called first.
 *
 * @since 0.1
 */
@ApplicationScoped
public class GuardedResources implements DynamicFeature {
  @Inject GuardRegistry guards;
  @Inject PrimacyRuntime runtime;

  /** For the container. */
  public GuardedResources() {}

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    guards.filterIsInPlace(); // registered together with it
    Class<?> type = resource.getResourceClass();
    Method method = resource.getResourceMethod();
    guards
        .find(type, method)
        .or(() -> guards.byDefault(type, method))
        .ifPresent(guarded -> check(guarded));
  }

  private void check(GuardedMethod guarded) {
    if (guarded.spec().onSecondary() == OnSecondary.SKIP) {
      throw RestMessages.TEXT.skipOnResource(guarded.name());
    }
    if (guarded.spec().onSecondary() == OnSecondary.REDIRECT && leadsNowhere(runtime.settings())) {
      throw RestMessages.TEXT.redirectNowhere(guarded.name());
    }
    guards.enforced(guarded, Enforcement.FILTER);
  }

  /** One server without a cluster has no other to send anybody to. */
  static boolean leadsNowhere(Settings settings) {
    return settings.mode() == Mode.CLUSTERED
        && settings.values().text("primacy.guard.redirect.allow").isEmpty();
  }
}
