package dev.primacy.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.event.GroupLifecycle;
import dev.primacy.event.MetricsSample;
import dev.primacy.history.EventField;
import dev.primacy.history.EventGate;
import dev.primacy.history.EventQuery;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting for one event. */
@Timeout(30)
class EventGateTest {
  private final Recorded recorded = new Recorded(10);
  private final EventQuery ready = EventQuery.all().contains(EventField.TEXT, "ready");

  @Test
  @DisplayName(
      "S3.30: a gate opens at the first event that fits, says what it was, and ends itself")
  void a_gate_opens_at_the_first_event_that_fits() {
    EventGate gate = recorded.history.gate(ready);
    recorded.resource("r", 0, "new");
    assertThat(gate.event()).isEmpty();
    Recorded.Resource fits = recorded.resource("r", 1, "ready");
    recorded.resource("r", 2, "ready");
    assertThat(gate.await(Duration.ZERO)).isTrue();
    assertThat(gate.event().orElseThrow().event()).containsSame(fits);
    assertThat(recorded.history.hears(Recorded.Resource.class)).isFalse();
  }

  @Test
  @DisplayName("S3.30: who waits is woken from another thread")
  void who_waits_is_woken_from_another_thread() {
    EventGate gate = recorded.history.gate(ready);
    CompletableFuture<Boolean> waits =
        CompletableFuture.supplyAsync(() -> gate.await(ChronoUnit.FOREVER.getDuration()));
    recorded.resource("r", 1, "ready");
    assertThat(waits.join()).isTrue();
  }

  @Test
  @DisplayName("S3.30: without the event in time it is no, and the gate is gone")
  void without_the_event_in_time_it_is_no() {
    EventGate gate = recorded.history.gate(ready);
    assertThat(gate.await(Duration.ofMillis(1))).isFalse();
    recorded.resource("r", 1, "ready");
    assertThat(gate.await(Duration.ZERO)).isFalse();
    assertThat(gate.event()).isEmpty();
  }

  @Test
  void a_gate_that_is_closed_or_interrupted_says_no() {
    EventGate gate = recorded.history.gate(ready);
    gate.close();
    gate.close();
    assertThat(gate.await(Duration.ofDays(1))).isFalse();
    EventGate other = recorded.history.gate(ready);
    Thread.currentThread().interrupt();
    assertThat(other.await(Duration.ofDays(1))).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void events_of_a_type_are_made_only_while_a_gate_waits_for_them() {
    assertThat(recorded.history.hears(GroupLifecycle.class)).isFalse();
    try (EventGate gate = recorded.history.gate(EventQuery.all().eventId(1001))) {
      assertThat(gate.event()).isEmpty();
      assertThat(recorded.history.hears(GroupLifecycle.class)).isTrue();
      assertThat(recorded.history.hears(MetricsSample.class)).isFalse();
    }
    assertThat(recorded.history.hears(GroupLifecycle.class)).isFalse();
  }

  @Test
  @DisplayName(
      "T10: a gate whose expression costs too much ends, and no more of them are open than may")
  void a_gate_whose_expression_costs_too_much_ends() {
    EventGate costly = recorded.history.gate(EventQuery.all().regex(EventField.TEXT, ".*.*.*.*§"));
    recorded.resource("r", 0, "a".repeat(3000));
    assertThat(costly.await(Duration.ofDays(1))).isFalse();
    List<EventGate> open = new ArrayList<>();
    for (int i = 0; i < Gates.MOST_OPEN; i++) {
      open.add(recorded.history.gate(ready));
    }
    assertThatThrownBy(() -> recorded.history.gate(ready))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("PRIMACY-2097: ");
    open.forEach(EventGate::close);
    recorded.history.gate(ready).close();
  }
}
