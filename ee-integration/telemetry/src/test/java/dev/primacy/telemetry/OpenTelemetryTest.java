package dev.primacy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** OpenTelemetry, with its SDK and real nodes. */
class OpenTelemetryTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final InMemoryMetricReader reader = InMemoryMetricReader.create();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(reader).build())
          .build();

  @AfterEach
  void close() {
    sdk.close();
  }

  private Node node() {
    String cluster = "c" + UUID.randomUUID().toString().substring(0, 8);
    return Node.with(OpenTelemetry.class, sdk, cluster, "n1");
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    reader.collectAllMetrics().forEach(metric -> names.add(metric.getName()));
    return names;
  }

  @Test
  void every_metric_arrives_under_its_name_and_unit() {
    try (Node one = node()) {
      await().atMost(LONG).until(one::isPrimary);
      await()
          .atMost(LONG)
          .untilAsserted(
              () -> {
                List<MetricData> all = List.copyOf(reader.collectAllMetrics());
                for (Metric metric : Metric.values()) {
                  assertThat(all)
                      .as(metric.metricName())
                      .anyMatch(
                          data ->
                              data.getName().equals(metric.metricName())
                                  && data.getUnit().equals(metric.unit().symbol()));
                }
              });
    }
  }

  @Test
  void a_value_has_the_tags_of_its_metric() {
    try (Node one = node()) {
      await().atMost(LONG).until(one::isPrimary);
      MetricData role =
          reader.collectAllMetrics().stream()
              .filter(data -> data.getName().equals("primacy.role"))
              .findFirst()
              .orElseThrow();
      assertThat(role.getDoubleGaugeData().getPoints())
          .anySatisfy(
              point -> {
                assertThat(point.getValue()).isEqualTo(1);
                assertThat(tag(point, "role")).isEqualTo("primary");
                assertThat(tag(point, "group")).isEqualTo("ledger");
                assertThat(tag(point, "node")).isEqualTo("n1");
              });
    }
  }

  private static String tag(PointData point, String name) {
    return String.valueOf(point.getAttributes().get(AttributeKey.stringKey(name)));
  }

  /** A histogram stays with the SDK; what it holds is numbers and text. */
  @Test
  void nothing_is_asked_of_an_application_that_is_gone() {
    for (int deployment = 0; deployment < 3; deployment++) {
      try (Node one = node()) {
        await().atMost(LONG).until(one::isPrimary);
        assertThat(names()).contains("primacy.role", "primacy.guard.requests");
      }
      assertThat(names())
          .isSubsetOf(
              Metric.LEASE_RENEW_DURATION.metricName(),
              Metric.STORE_OPERATION_DURATION.metricName());
    }
  }
}
