package dev.primacy.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.runtime.PrimacyRuntimes;
import dev.primacy.core.runtime.RuntimeSetup;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.core.vitals.LeaseThread;
import dev.primacy.core.vitals.Vitals;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

/** What cannot be brought about with a real node: its lease thread does not hang. */
class NodeHealthChecksTest {
  private static final Duration LEASE = Duration.ofSeconds(6);

  private Vitals.Phase phase = Vitals.Phase.RUNNING;
  private Optional<LeaseThread> thread = Optional.empty();

  private NodeHealthChecks checks() {
    PrimacyRuntime real =
        PrimacyRuntimes.create(RuntimeSetup.of("test").withSource(new MapSettings(Map.of())));
    Vitals vitals =
        proxy(
            Vitals.class,
            method ->
                switch (method) {
                  case "phase" -> phase;
                  case "leaseThread" -> thread;
                  case "groups" -> new TreeSet<>();
                  default -> throw new IllegalStateException("planted");
                });
    return new NodeHealthChecks(
        proxy(
            PrimacyRuntime.class,
            method ->
                switch (method) {
                  case "settings" -> real.settings();
                  case "vitals" -> vitals;
                  default -> throw new IllegalStateException("planted");
                }));
  }

  private interface Answers {
    Object to(String method);
  }

  private static <T> T proxy(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answers.to(method.getName())));
  }

  private boolean isLive(boolean ended, Duration late) {
    thread = Optional.of(new LeaseThread(ended, late));
    return checks().liveness().up();
  }

  @Test
  void a_lease_thread_that_hangs_or_is_gone_is_down() {
    assertThat(isLive(false, Duration.ZERO)).isTrue();
    assertThat(isLive(false, LEASE.multipliedBy(2))).isTrue();
    assertThat(isLive(false, LEASE.multipliedBy(2).plusMillis(1))).isFalse();
    assertThat(isLive(true, Duration.ZERO)).isFalse();
  }

  @Test
  void a_node_that_is_not_started_or_has_stopped_is_not_killed_for_it() {
    phase = Vitals.Phase.NEW;
    assertThat(checks().liveness().up()).isTrue();
    assertThat(checks().startup().up()).isFalse();
    phase = Vitals.Phase.CLOSED;
    assertThat(isLive(true, Duration.ZERO)).isTrue();
  }

  @Test
  void a_look_that_throws_is_down_and_no_exception() {
    Check check = new Check("primacy-readiness");
    HealthCheckResponse response = check.answer(true, () -> checks().readiness());
    assertThat(response.getStatus()).isEqualTo(Status.DOWN);
    assertThat(response.getData().orElseThrow())
        .containsEntry("failure", IllegalStateException.class.getName());
    assertThat(
            check
                .answer(
                    true,
                    () -> {
                      throw new NoClassDefFoundError("planted");
                    })
                .getStatus())
        .isEqualTo(Status.DOWN);
    assertThat(check.answer(true, () -> new Finding(true, Map.of())).getStatus())
        .isEqualTo(Status.UP);
  }
}
