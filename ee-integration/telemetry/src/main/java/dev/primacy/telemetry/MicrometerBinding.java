package dev.primacy.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;

/** The application's registry, or the global one. */
final class MicrometerBinding {
  private MicrometerBinding() {}

  static Optional<Exporter> find(Instance<Object> beans, Source source) {
    MeterRegistry registry =
        Systems.bean(beans, MeterRegistry.class).orElse(Metrics.globalRegistry);
    return Optional.of(new MicrometerExporter(registry, source));
  }
}
