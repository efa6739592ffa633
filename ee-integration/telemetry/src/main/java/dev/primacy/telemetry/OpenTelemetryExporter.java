package dev.primacy.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An instrument for each metric, asked for all its values when they are collected. */
final class OpenTelemetryExporter implements Exporter {
  private final Source source;
  private final List<AutoCloseable> observed = new ArrayList<>();
  private final Map<Metric, DoubleHistogram> histograms = new EnumMap<>(Metric.class);

  private volatile boolean closed;

  OpenTelemetryExporter(Meter meter, Source source) {
    this.source = source;
    for (Metric metric : Metric.values()) {
      add(meter, metric);
    }
  }

  private void add(Meter meter, Metric metric) {
    switch (metric.kind()) {
      case GAUGE -> observed.add(gauge(meter, metric));
      case COUNTER -> observed.add(counter(meter, metric));
      case HISTOGRAM -> histograms.put(metric, histogram(meter, metric));
    }
  }

  private AutoCloseable gauge(Meter meter, Metric metric) {
    return meter
        .gaugeBuilder(metric.metricName())
        .setDescription(metric.description())
        .setUnit(metric.unit().symbol())
        .buildWithCallback(measurement -> observe(metric, measurement));
  }

  private AutoCloseable counter(Meter meter, Metric metric) {
    return meter
        .counterBuilder(metric.metricName())
        .ofDoubles()
        .setDescription(metric.description())
        .setUnit(metric.unit().symbol())
        .buildWithCallback(measurement -> observe(metric, measurement));
  }

  private static DoubleHistogram histogram(Meter meter, Metric metric) {
    return meter
        .histogramBuilder(metric.metricName())
        .setDescription(metric.description())
        .setUnit(metric.unit().symbol())
        .setExplicitBucketBoundariesAdvice(Metric.BOUNDS)
        .build();
  }

  private void observe(Metric metric, ObservableDoubleMeasurement measurement) {
    for (Sample sample : source.samples(metric)) {
      measurement.record(sample.value(), attributes(metric, sample.tags()));
    }
  }

  private Attributes attributes(Metric metric, List<String> values) {
    AttributesBuilder attributes = Attributes.builder();
    add(Metric.COMMON, source.common(), attributes);
    add(metric.tags(), values, attributes);
    return attributes.build();
  }

  private static void add(List<String> names, List<String> values, AttributesBuilder attributes) {
    for (int i = 0; i < names.size(); i++) {
      attributes.put(names.get(i), values.get(i));
    }
  }

  @Override
  public String system() {
    return "OpenTelemetry";
  }

  /** Whoever collects asks for what there is then. */
  @Override
  public void refresh() {}

  @Override
  public void timed(Timing timing) {
    DoubleHistogram histogram = histograms.get(timing.metric());
    if (histogram != null && !closed) {
      double seconds = GroupSamples.seconds(timing.time());
      histogram.record(seconds, attributes(timing.metric(), timing.tags()));
    }
  }

  /** Takes all of them out, whichever fails. */
  @Override
  public void close() {
    closed = true;
    IllegalStateException failed = new IllegalStateException("an instrument stays");
    for (AutoCloseable instrument : observed) {
      try {
        instrument.close();
      } catch (Exception e) {
        failed.addSuppressed(e);
      }
    }
    if (failed.getSuppressed().length > 0) {
      throw failed;
    }
  }
}
