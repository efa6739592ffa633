package dev.primacy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.NotPrimaryException;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Micrometer, with a real registry and real nodes. */
class MicrometerTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final String cluster = "c" + UUID.randomUUID().toString().substring(0, 8);
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  @AfterEach
  void close() {
    registry.close();
  }

  private Node node(String name, String... more) {
    return Node.with(MeterRegistry.class, registry, cluster, name, more);
  }

  private Scrape scrape() {
    return new Scrape(registry.scrape());
  }

  private double value(String name, String... labels) {
    return scrape().value(name, labels).orElse(-1.0);
  }

  @Test
  void role_term_lease_and_transitions_are_those_of_the_node() {
    try (Node one = node("n1")) {
      await().atMost(LONG).until(one::isPrimary);
      await().atMost(LONG).until(() -> value("primacy_role", "node=n1", "role=primary") == 1);
      assertThat(value("primacy_role", "node=n1", "role=secondary")).isZero();
      assertThat(value("primacy_role_known", "node=n1")).isEqualTo(1);
      assertThat(value("primacy_term", "group=ledger")).isEqualTo(1);
      assertThat(value("primacy_lease_remaining_seconds", "group=ledger")).isBetween(0.0, 1.0);
      assertThat(value("primacy_unavailable_seconds_total")).isPositive();
      await()
          .atMost(LONG)
          .until(
              () ->
                  value(
                          "primacy_transitions_total",
                          "from=secondary",
                          "to=primary",
                          "cause=acquired")
                      == 1);
      await()
          .atMost(LONG)
          .until(() -> value("primacy_lease_renew_duration_seconds_count", "outcome=done") > 2);
      assertThat(value("primacy_store_silence_seconds")).isBetween(0.0, 30.0);
      assertThat(value("primacy_lease_thread_late_seconds")).isGreaterThanOrEqualTo(0);
    }
  }

  @Test
  void guarded_calls_are_counted_by_what_became_of_them() {
    try (Node one = node("n1")) {
      await().atMost(LONG).until(one::isPrimary);
      one.ledger().post();
      one.ledger().post();
      one.ledger().tick();
      try (Node two = node("n2")) {
        assertThatThrownBy(() -> two.ledger().post()).isInstanceOf(NotPrimaryException.class);
        two.ledger().tick();
        assertThat(value("primacy_guard_requests_total", "node=n1", "outcome=allowed"))
            .isEqualTo(3);
        assertThat(value("primacy_guard_requests_total", "node=n2", "outcome=allowed")).isZero();
        assertThat(value("primacy_guard_requests_total", "node=n2", "outcome=rejected"))
            .isEqualTo(1);
        assertThat(value("primacy_guard_requests_total", "node=n2", "outcome=skipped"))
            .isEqualTo(1);
      }
    }
  }

  @Test
  void an_observer_that_throws_is_counted() {
    Ledger.THROWS.set(true);
    try (Node one = node("n1")) {
      await().atMost(LONG).until(one::isPrimary);
      await().atMost(LONG).until(() -> value("primacy_observer_failures_total") == 1);
    }
  }

  @Test
  void nothing_stays_in_the_registry_when_the_application_goes_and_all_is_there_again_after() {
    List<String> before = names();
    for (int deployment = 0; deployment < 3; deployment++) {
      try (Node one = node("n1")) {
        await().atMost(LONG).until(one::isPrimary);
        await().atMost(LONG).until(() -> value("primacy_role", "role=primary") == 1);
        await().atMost(LONG).until(() -> value("primacy_lease_renew_duration_seconds_count") > 0);
      }
      assertThat(names()).isEqualTo(before);
    }
  }

  private List<String> names() {
    return registry.getMeters().stream().map(Meter::getId).map(Meter.Id::getName).toList();
  }

  @Test
  void without_a_bean_the_global_registry_is_used_and_left_clean() {
    SimpleMeterRegistry global = new SimpleMeterRegistry();
    Metrics.addRegistry(global);
    try {
      try (Node one = Node.start(cluster, "n1")) {
        await().atMost(LONG).until(one::isPrimary);
        assertThat(global.find("primacy.role").gauges()).isNotEmpty();
      }
      assertThat(global.getMeters()).isEmpty();
      assertThat(Metrics.globalRegistry.getMeters()).isEmpty();
    } finally {
      Metrics.removeRegistry(global);
    }
  }

  @Test
  void switched_off_there_is_nothing() {
    try (Node one = node("n1", "primacy.telemetry.enabled=false")) {
      await().atMost(LONG).until(one::isPrimary);
      assertThat(registry.getMeters()).isEmpty();
    }
  }

  @Test
  void no_more_groups_have_metrics_than_are_let_in() {
    try (Node one = node("n1", "primacy.groups=east,west", "primacy.telemetry.groups=2")) {
      await().atMost(LONG).until(one::isPrimary);
      await().atMost(LONG).until(() -> value("primacy_role", "group=east", "role=primary") == 1);
      assertThat(scrape().values("primacy_role", "group")).hasSize(2);
    }
  }

  @Test
  void a_registry_that_refuses_costs_a_metric_and_no_event() {
    registry
        .config()
        .meterFilter(
            new MeterFilter() {
              @Override
              public Meter.Id map(Meter.Id id) {
                throw new IllegalStateException("planted");
              }
            });
    try (Node one = node("n1")) {
      await().atMost(LONG).until(one::isPrimary);
      one.ledger().post();
    }
    assertThat(registry.getMeters()).isEmpty();
  }
}
