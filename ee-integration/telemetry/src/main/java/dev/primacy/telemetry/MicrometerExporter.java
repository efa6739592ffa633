package dev.primacy.telemetry;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A meter for each time series: registered when there is one, removed when it is gone. */
final class MicrometerExporter implements Exporter {
  private final MeterRegistry registry;
  private final Source source;
  private final ReentrantLock lock = new ReentrantLock();

  // guarded by the lock
  private final Map<Series, Meter> meters = new HashMap<>();
  private boolean closed;

  private record Series(Metric metric, List<String> tags) {}

  MicrometerExporter(MeterRegistry registry, Source source) {
    this.registry = registry;
    this.source = source;
  }

  @Override
  public String system() {
    return "Micrometer";
  }

  @Override
  public void refresh() {
    lock.lock();
    try {
      if (!closed) {
        Set<Series> present = present();
        List.copyOf(meters.keySet()).stream()
            .filter(series -> isGone(series, present))
            .forEach(this::remove);
        present.forEach(series -> meters.computeIfAbsent(series, this::register));
      }
    } finally {
      lock.unlock();
    }
  }

  private Set<Series> present() {
    Set<Series> present = new HashSet<>();
    for (Metric metric : Metric.values()) {
      if (isOfNodeAlone(metric)) {
        // also before it has a value: nobody tells when it gets one
        present.add(new Series(metric, List.of()));
      }
      source.samples(metric).forEach(sample -> present.add(new Series(metric, sample.tags())));
    }
    return present;
  }

  private static boolean isOfNodeAlone(Metric metric) {
    return metric.tags().isEmpty() && metric.kind() != Metric.Kind.HISTOGRAM;
  }

  /** Histograms stay as long as the application does. */
  private static boolean isGone(Series series, Set<Series> present) {
    return series.metric().isOfGroup() && !present.contains(series);
  }

  private Meter register(Series series) {
    Metric metric = series.metric();
    return metric.kind() == Metric.Kind.COUNTER ? counter(series) : gauge(series);
  }

  private Meter gauge(Series series) {
    Metric metric = series.metric();
    return Gauge.builder(metric.metricName(), series, this::value)
        .strongReference(true)
        .description(metric.description())
        .baseUnit(unit(metric))
        .tags(tags(series))
        .register(registry);
  }

  private Meter counter(Series series) {
    Metric metric = series.metric();
    // held by meters: the registry does not hold what it counts
    return FunctionCounter.builder(metric.metricName(), series, this::value)
        .description(metric.description())
        .baseUnit(unit(metric))
        .tags(tags(series))
        .register(registry);
  }

  /** Micrometer's name, from which its registries make their own; null, not empty, for none. */
  private static @Nullable String unit(Metric metric) {
    return metric.unit() == Metric.Unit.SECONDS ? "seconds" : null;
  }

  private double value(Series series) {
    Double value = source.value(series.metric(), series.tags());
    return value == null ? Double.NaN : value;
  }

  private List<Tag> tags(Series series) {
    List<Tag> tags = new ArrayList<>();
    add(Metric.COMMON, source.common(), tags);
    add(series.metric().tags(), series.tags(), tags);
    return tags;
  }

  private static void add(List<String> names, List<String> values, List<Tag> tags) {
    for (int i = 0; i < names.size(); i++) {
      tags.add(Tag.of(names.get(i), values.get(i)));
    }
  }

  @Override
  public void timed(Timing timing) {
    lock.lock();
    try {
      if (!closed) {
        Series series = new Series(timing.metric(), timing.tags());
        if (meters.computeIfAbsent(series, this::timer) instanceof Timer timer) {
          timer.record(timing.time());
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private Meter timer(Series series) {
    return Timer.builder(series.metric().metricName())
        .description(series.metric().description())
        .serviceLevelObjectives(bounds())
        .tags(tags(series))
        .register(registry);
  }

  private static Duration[] bounds() {
    return Metric.BOUNDS.stream()
        .map(seconds -> Duration.ofNanos(Math.round(seconds * 1e9)))
        .toArray(Duration[]::new);
  }

  private void remove(Series series) {
    Meter meter = meters.remove(series);
    if (meter != null) {
      registry.remove(meter);
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      List.copyOf(meters.keySet()).forEach(this::remove);
    } finally {
      lock.unlock();
    }
  }
}
