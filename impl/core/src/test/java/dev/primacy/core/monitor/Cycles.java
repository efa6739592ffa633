package dev.primacy.core.monitor;

import dev.primacy.core.CoreLog;
import dev.primacy.spi.StoredRecord;
import dev.primacy.watch.ClusterMonitor;
import dev.primacy.watch.ClusterMonitorBuilder;
import dev.primacy.watch.MonitorOptions;
import dev.primacy.watch.PayloadDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The machine behind a monitor, without its thread. */
final class Cycles<T> {
  final FakeStore store;
  final AtomicBoolean stopping = new AtomicBoolean();
  final MonitorCycle<T> cycle;

  Cycles(
      FakeStore store,
      PayloadDecoder<T> decoder,
      MonitorOptions options,
      UnaryOperator<ClusterMonitorBuilder<T>> callbacks) {
    this.store = store;
    this.cycle =
        new MonitorCycle<>(plan(decoder, options, callbacks), store, stopping::get, CoreLog.LOG);
  }

  static <T> MonitorPlan<T> plan(
      PayloadDecoder<T> decoder,
      MonitorOptions options,
      UnaryOperator<ClusterMonitorBuilder<T>> callbacks) {
    AtomicReference<@Nullable MonitorPlan<T>> made = new AtomicReference<>();
    MonitorBuilder<T> builder =
        new MonitorBuilder<>(
            FakeStore.GROUP,
            decoder,
            options,
            plan -> {
              made.set(plan);
              return new NoMonitor(plan.options());
            });
    callbacks.apply(builder).build();
    return Objects.requireNonNull(made.get());
  }

  void batch(NodeSighting... sightings) {
    cycle.batch(List.of(sightings));
  }

  static NodeSighting[] of(StoredRecord... records) {
    return Arrays.stream(records)
        .map(record -> NodeSighting.of(record).orElseThrow())
        .toArray(NodeSighting[]::new);
  }

  /** As its thread does at the end. */
  void over() {
    MonitorCycle.End end = cycle.end();
    if (end != null) {
      cycle.telling().stopped(end.why(), end.detail());
    }
  }

  private record NoMonitor(MonitorOptions options) implements ClusterMonitor {
    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
      return false;
    }
  }
}
