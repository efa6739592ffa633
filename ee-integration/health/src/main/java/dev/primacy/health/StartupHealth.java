package dev.primacy.health;

import dev.primacy.core.runtime.PrimacyRuntime;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/**
 * UP once this node has known its role in every group.
 *
 * @since 0.1
 */
@Startup
@ApplicationScoped
public class StartupHealth implements HealthCheck {
  private final Check check = new Check("primacy-startup");

  @Inject PrimacyRuntime runtime;

  private NodeHealthChecks checks; // set once, before anybody may call
  private boolean on;

  /** Made by the container. */
  @SuppressWarnings("NullAway.Init") // injected, and then made of what is injected
  public StartupHealth() {}

  @PostConstruct
  void make() {
    checks = new NodeHealthChecks(runtime);
    on = runtime.settings().values().flag("primacy.health.startup");
  }

  @Override
  public HealthCheckResponse call() {
    return check.answer(on, () -> checks.startup());
  }
}
