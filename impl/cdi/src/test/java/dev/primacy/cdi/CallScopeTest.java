package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.core.gate.Admission;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class CallScopeTest {
  private final CountingGate gate = new CountingGate("ledger");
  private final CountingGate other = new CountingGate("orders");
  private final GuardedMethod post = guarded(gate);
  private final GuardedMethod order = guarded(other);
  private final Admission admission = new Admission(null, 1, 1);

  @Test
  void a_thread_outside_of_any_call_has_no_outer_one() {
    assertThat(CallScope.outer(gate)).isNull();
  }

  @Test
  void an_open_call_is_the_outer_one_of_its_gate_until_it_is_left() {
    CallScope.Call call = CallScope.open(post, admission);
    assertThat(CallScope.outer(gate)).isSameAs(admission);
    assertThat(CallScope.outer(other)).isNull();

    assertThat(call.leave()).isTrue();
    assertThat(CallScope.outer(gate)).isNull();
    assertThat(call.leave()).isFalse();
    assertThat(gate.left.get()).isEqualTo(1);
  }

  @Test
  void a_call_left_on_another_thread_is_no_longer_the_outer_one_here() {
    CallScope.Call call = CallScope.open(post, admission);
    ExecutorService elsewhere = Executors.newSingleThreadExecutor();
    try {
      assertThat(CompletableFuture.supplyAsync(call::leave, elsewhere).join()).isTrue();
    } finally {
      elsewhere.shutdown();
    }
    assertThat(CallScope.outer(gate)).isNull();
    assertThat(gate.left.get()).isEqualTo(1);
  }

  @Test
  void a_new_request_on_the_thread_takes_the_place_of_an_older_one() {
    CallScope.Call suspended = CallScope.open(post, admission);
    CallScope.Call next = CallScope.open(order, admission);
    assertThat(CallScope.outer(gate)).isNull();
    assertThat(CallScope.outer(other)).isSameAs(admission);
    next.leave();
    suspended.leave();
    assertThat(CallScope.frame()).containsOnlyNulls();
  }

  @Test
  void a_detached_call_marks_no_thread() {
    CallScope.Call call = CallScope.openDetached(post, admission);
    assertThat(CallScope.outer(gate)).isNull();
    call.leave();
    assertThat(gate.left.get()).isEqualTo(1);
  }

  @Test
  void a_call_within_one_of_another_group_hides_neither() {
    Admission inner = new Admission(null, 2, 2);
    CallScope.Call request = CallScope.open(post, admission);
    CallScope.Around around = CallScope.enter(CallScope.frame(), order, inner);

    assertThat(CallScope.outer(gate)).isSameAs(admission);
    assertThat(CallScope.outer(other)).isSameAs(inner);
    assertThat(CallScope.running())
        .containsExactly(
            new CallScope.Running(order, inner), new CallScope.Running(post, admission));

    CallScope.leave(CallScope.frame(), around);
    assertThat(CallScope.outer(other)).isNull();
    assertThat(CallScope.running()).containsExactly(new CallScope.Running(post, admission));
    request.leave();
    assertThat(CallScope.running()).isEmpty();
  }

  @Test
  void a_request_that_was_left_is_not_running_any_more_whatever_is_within() {
    CallScope.Call request = CallScope.open(post, admission);
    CallScope.Around around = CallScope.enter(CallScope.frame(), order, admission);
    request.leave();

    assertThat(CallScope.outer(gate)).isNull();
    assertThat(CallScope.running()).containsExactly(new CallScope.Running(order, admission));
    CallScope.leave(CallScope.frame(), around);
    assertThat(CallScope.running()).isEmpty();
    CallScope.open(post, admission).leave();
    assertThat(CallScope.frame()).containsOnlyNulls();
  }

  private static GuardedMethod guarded(CountingGate gate) {
    return Sites.post(gate);
  }
}
