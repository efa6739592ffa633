package dev.primacy.health;

import dev.primacy.core.runtime.PrimacyRuntime;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * DOWN if the lease thread of this node is gone or hangs, which only a new process mends.
 *
 * @since 0.1
 */
@Liveness
@ApplicationScoped
public class LivenessHealth implements HealthCheck {
  private final Check check = new Check("primacy-liveness");

  @Inject PrimacyRuntime runtime;

  private NodeHealthChecks checks; // set once, before anybody may call
  private boolean on;

  /** Made by the container. */
  @SuppressWarnings("NullAway.Init") // injected, and then made of what is injected
  public LivenessHealth() {}

  @PostConstruct
  void make() {
    checks = new NodeHealthChecks(runtime);
    on = runtime.settings().values().flag("primacy.health.liveness");
  }

  @Override
  public HealthCheckResponse call() {
    return check.answer(on, () -> checks.liveness());
  }
}
