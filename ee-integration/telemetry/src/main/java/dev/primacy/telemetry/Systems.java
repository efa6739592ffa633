package dev.primacy.telemetry;

import static dev.primacy.telemetry.TelemetryLog.LOG;

import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which systems there are. Their classes are named where they are known to be there, and nowhere
 * else: a look for them is one by name, by the class loader that would have to link them.
 */
final class Systems {
  private Systems() {}

  static List<Exporter> find(Instance<Object> beans, Source source) {
    List<Exporter> found = new ArrayList<>();
    if (isThere("io.opentelemetry.api.OpenTelemetry")) {
      made("OpenTelemetry", () -> OpenTelemetryBinding.find(beans, source)).ifPresent(found::add);
    }
    if (isThere("io.micrometer.core.instrument.MeterRegistry")) {
      made("Micrometer", () -> MicrometerBinding.find(beans, source)).ifPresent(found::add);
    }
    return found;
  }

  private static boolean isThere(String type) {
    try {
      Class.forName(type, false, Systems.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }

  private interface Making {
    Optional<Exporter> make();
  }

  private static Optional<Exporter> made(String system, Making making) {
    try {
      return making.make();
    } catch (RuntimeException | LinkageError refused) {
      LOG.refused(refused, system);
      return Optional.empty();
    }
  }

  /** The application's own; empty if it has none. */
  static <T> Optional<T> bean(Instance<Object> beans, Class<T> type) {
    Instance<T> own = beans.select(type);
    if (own.isAmbiguous()) {
      LOG.ambiguous(type.getName());
    }
    return own.isResolvable() ? Optional.of(own.get()) : Optional.empty();
  }
}
