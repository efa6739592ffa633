package dev.primacy.telemetry;

import dev.primacy.core.vitals.StoreOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * All systems there are. What is not ours may throw: that is logged once for each, and costs a
 * metric, never the application or an event.
 */
final class Exporters implements AutoCloseable {
  private final List<Guarded> exporters = new ArrayList<>();

  private record Guarded(Exporter exporter, AtomicBoolean complained) {
    void run(Consumer<Exporter> call) {
      try {
        call.accept(exporter);
      } catch (RuntimeException | LinkageError refused) {
        if (complained.compareAndSet(false, true)) {
          TelemetryLog.LOG.refused(refused, exporter.system());
        }
      }
    }
  }

  Exporters(List<Exporter> found) {
    found.forEach(each -> exporters.add(new Guarded(each, new AtomicBoolean())));
  }

  boolean isEmpty() {
    return exporters.isEmpty();
  }

  String systems() {
    return exporters.stream()
        .map(each -> each.exporter().system())
        .collect(Collectors.joining(" and "));
  }

  void refresh() {
    exporters.forEach(each -> each.run(Exporter::refresh));
  }

  void timed(StoreOperation operation) {
    Timing timing = Timing.of(operation);
    exporters.forEach(each -> each.run(exporter -> exporter.timed(timing)));
  }

  @Override
  public void close() {
    exporters.forEach(each -> each.run(Exporter::close));
  }
}
