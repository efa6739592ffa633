package dev.primacy.telemetry;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;

/**
 * The application's, as MicroProfile Telemetry offers it, or the global one if it is set. One that
 * is not set is not asked for: asking would set it, and then whoever wants to set it cannot.
 */
final class OpenTelemetryBinding {
  private static final String SCOPE = "dev.primacy";

  private OpenTelemetryBinding() {}

  static Optional<Exporter> find(Instance<Object> beans, Source source) {
    return Systems.bean(beans, OpenTelemetry.class)
        .map(own -> own.getMeter(SCOPE))
        .or(() -> Systems.bean(beans, Meter.class))
        .or(OpenTelemetryBinding::global)
        .map(meter -> new OpenTelemetryExporter(meter, source));
  }

  private static Optional<Meter> global() {
    try {
      return GlobalOpenTelemetry.isSet()
          ? Optional.of(GlobalOpenTelemetry.get().getMeter(SCOPE))
          : Optional.empty();
    } catch (NoSuchMethodError olderApi) {
      return Optional.empty();
    }
  }
}
