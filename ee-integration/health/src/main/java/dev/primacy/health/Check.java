package dev.primacy.health;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Answers whatever happens: a look that throws is DOWN. */
final class Check {
  private final String name;
  private final AtomicBoolean failing = new AtomicBoolean();

  Check(String name) {
    this.name = name;
  }

  /**
   * @param on whether anything is looked at
   * @param look may throw
   */
  HealthCheckResponse answer(boolean on, Supplier<Finding> look) {
    return on ? looked(look) : response(new Finding(true, Map.of("switchedOff", true)));
  }

  private HealthCheckResponse looked(Supplier<Finding> look) {
    try {
      HealthCheckResponse response = response(look.get());
      if (failing.compareAndSet(true, false)) {
        HealthLog.LOG.recovered(name);
      }
      return response;
    } catch (RuntimeException | LinkageError defect) {
      if (failing.compareAndSet(false, true)) {
        HealthLog.LOG.failed(defect, name);
      }
      return response(new Finding(false, Map.of("failure", defect.getClass().getName())));
    }
  }

  /** Without a builder: that needs an implementation to be found by whoever calls. */
  private HealthCheckResponse response(Finding finding) {
    return new HealthCheckResponse(
        name,
        finding.up() ? HealthCheckResponse.Status.UP : HealthCheckResponse.Status.DOWN,
        Optional.of(finding.data()));
  }
}
