package dev.primacy.health;

import dev.primacy.core.runtime.PrimacyRuntime;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * UP if this node knows its role in every group, whichever it is. A secondary is as ready as a
 * primary: were it not, no rolling update would ever end.
 *
 * @since 0.1
 */
@Readiness
@ApplicationScoped
public class ReadinessHealth implements HealthCheck {
  private final Check check = new Check("primacy-readiness");

  @Inject PrimacyRuntime runtime;

  private NodeHealthChecks checks; // set once, before anybody may call
  private boolean on;

  /** Made by the container. */
  @SuppressWarnings("NullAway.Init") // injected, and then made of what is injected
  public ReadinessHealth() {}

  @PostConstruct
  void make() {
    checks = new NodeHealthChecks(runtime);
    on = runtime.settings().values().flag("primacy.health.readiness");
  }

  @Override
  public HealthCheckResponse call() {
    return check.answer(on, () -> checks.readiness());
  }
}
