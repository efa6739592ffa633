package dev.primacy.cdi;

import static dev.primacy.cdi.LoggingContext.GROUP;
import static dev.primacy.cdi.LoggingContext.TERM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.Fence;
import dev.primacy.FencingToken;
import dev.primacy.NotPrimaryException;
import dev.primacy.OnSecondary;
import dev.primacy.OutcomeUnknownException;
import dev.primacy.core.gate.Admission;
import jakarta.interceptor.InvocationContext;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

class PrimaryOnlyInterceptorTest {
  private static final Admission READ_ONLY =
      new Admission(null, Long.MAX_VALUE, Long.MAX_VALUE, true, true);

  private final CountingGate gate = new CountingGate("ledger");
  private OnSecondary onSecondary = OnSecondary.REJECT;
  private long minRemainingNanos;
  private long maxWaitNanos;
  private int places = 1;
  private boolean logged;
  private Fence fence = Fence.NONE;
  private boolean readOnlyAllowed;

  @SuppressWarnings("unused")
  static class Ledger {
    void post() {}

    Optional<String> last() {
      return Optional.empty();
    }

    CompletionStage<String> later() {
      return CompletableFuture.completedStage("");
    }
  }

  @Test
  void a_call_is_let_in_counted_and_left() throws Exception {
    Object answer = call("post", () -> "inside " + gate.inside());
    assertThat(answer).isEqualTo("inside 1");
    assertThat(gate.inside()).isZero();
    assertThat(CallScope.frame()).containsOnlyNulls();
  }

  @Test
  void a_call_that_throws_is_left_and_its_exception_is_what_the_caller_gets() {
    assertThatThrownBy(() -> call("post", failing(new IOException("disk"))))
        .isInstanceOf(IOException.class)
        .hasMessage("disk");
    assertThat(gate.inside()).isZero();
  }

  @Test
  void a_refused_call_does_not_run() {
    gate.open = false;
    assertThatThrownBy(() -> call("post", failing(new AssertionError("it ran"))))
        .isInstanceOf(NotPrimaryException.class)
        .hasMessageContaining("Ledger.post");
    assertThat(gate.entered).hasValue(0);
  }

  @Test
  void a_lease_that_ends_too_soon_refuses() {
    minRemainingNanos = 2;
    gate.remainingNanos = 1;
    assertThatThrownBy(() -> call("post", failing(new AssertionError("it ran"))))
        .isInstanceOf(NotPrimaryException.class);
  }

  @Test
  void a_skipped_call_returns_nothing() throws Exception {
    gate.open = false;
    onSecondary = OnSecondary.SKIP;
    assertThat(call("post", failing(new AssertionError("it ran")))).isNull();
    assertThat(call("last", failing(new AssertionError("it ran")))).isEqualTo(Optional.empty());
  }

  @Test
  void a_call_that_may_wait_is_let_in_when_the_gate_opens_meanwhile() throws Exception {
    gate.open = false;
    onSecondary = OnSecondary.WAIT;
    maxWaitNanos = 2_000;
    gate.whileWaiting = () -> gate.open = true;
    assertThat(call("post", () -> "inside " + gate.inside())).isEqualTo("inside 1");
    assertThat(gate.waits).containsExactly(2_000L);
    assertThat(gate.inside()).isZero();
  }

  @Test
  void a_call_that_waited_in_vain_is_refused() {
    gate.open = false;
    onSecondary = OnSecondary.WAIT;
    assertThatThrownBy(() -> call("post", failing(new AssertionError("it ran"))))
        .isInstanceOf(NotPrimaryException.class);
    assertThat(gate.waits).hasSize(1);
  }

  @Test
  void a_call_that_is_let_in_at_once_waits_for_nothing() throws Exception {
    onSecondary = OnSecondary.WAIT;
    places = 0;
    assertThat(call("post", () -> "")).isEqualTo("");
    assertThat(gate.waits).isEmpty();
  }

  @Test
  void one_call_more_than_may_wait_is_refused_at_once() {
    gate.open = false;
    onSecondary = OnSecondary.WAIT;
    places = 0;
    assertThatThrownBy(() -> call("post", failing(new AssertionError("it ran"))))
        .isInstanceOf(NotPrimaryException.class);
    assertThat(gate.waits).isEmpty();
  }

  @Test
  void a_call_within_a_call_whose_role_has_ended_does_not_wait_for_the_next_one() {
    onSecondary = OnSecondary.WAIT;
    assertThatThrownBy(
            () ->
                call(
                    "post",
                    () -> {
                      gate.lasting = false;
                      return call("post", failing(new AssertionError("it ran")));
                    }))
        .isInstanceOf(NotPrimaryException.class);
    assertThat(gate.waits).isEmpty();
  }

  @Test
  void a_stage_that_cannot_be_followed_is_counted_out_once() {
    assertThatThrownBy(() -> call("later", Unfollowed::new)).hasMessage("no followers");
    assertThat(gate.left).hasValue(1);
  }

  private static final class Unfollowed extends CompletableFuture<String> {
    @Override
    public CompletableFuture<String> whenComplete(
        BiConsumer<? super String, ? super Throwable> action) {
      throw new IllegalStateException("no followers");
    }
  }

  @Test
  void a_role_that_ends_while_the_method_runs_makes_the_outcome_unknown() {
    assertThatThrownBy(
            () ->
                call(
                    "post",
                    () -> {
                      gate.lasting = false;
                      return null;
                    }))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageStartingWith("PRIMACY-1290: Ledger.post ran");
    assertThat(gate.inside()).isZero();
  }

  @Test
  void a_failure_of_the_method_is_not_hidden_by_the_end_of_the_role() {
    assertThatThrownBy(
            () ->
                call(
                    "post",
                    () -> {
                      gate.lasting = false;
                      throw new IOException("disk");
                    }))
        .isInstanceOf(IOException.class);
  }

  @Test
  void a_call_within_a_call_is_not_counted_and_passes_a_gate_that_drains() throws Exception {
    Object answer =
        call(
            "post",
            () -> {
              gate.open = false;
              return call("post", () -> gate.inside());
            });
    assertThat(answer).isEqualTo(1);
    assertThat(gate.entered).hasValue(1);
  }

  @Test
  void a_call_within_a_call_is_refused_once_the_role_has_ended() {
    assertThatThrownBy(
            () ->
                call(
                    "post",
                    () -> {
                      gate.lasting = false;
                      return call("post", failing(new AssertionError("it ran")));
                    }))
        .isInstanceOf(NotPrimaryException.class);
  }

  @Test
  void a_call_within_a_guarded_request_is_not_counted() throws Exception {
    CallScope.Call request = CallScope.open(guarded("last"), CountingGate.TENURE);
    try {
      assertThat(call("post", () -> gate.inside())).isEqualTo(0);
      assertThat(CallScope.outer(gate)).isSameAs(CountingGate.TENURE);
    } finally {
      request.leave();
    }
  }

  @Test
  void a_call_within_another_one_is_told_of_only_if_it_asks_for_a_fence() throws Exception {
    CallScope.Call request = CallScope.open(guarded("last"), CountingGate.TENURE);
    try {
      assertThat(call("post", () -> CallScope.running().size())).isEqualTo(1);
      fence = Fence.TRANSACTION;
      assertThat(call("post", () -> CallScope.running().get(0).method().spec().fence()))
          .isEqualTo(Fence.TRANSACTION);
      assertThat(CallScope.running()).hasSize(1);
    } finally {
      request.leave();
    }
  }

  @Test
  void a_call_within_one_of_another_group_within_one_of_its_own_is_not_counted() throws Exception {
    CountingGate other = new CountingGate("orders");
    GuardedMethod order = Sites.of(Ledger.class, "last", other);
    PrimaryOnlyInterceptor ordering = new PrimaryOnlyInterceptor(registry(Optional.of(order)));
    Call between =
        new Call(new Ledger(), method("last"), () -> call("post", () -> gate.entered.get()));

    assertThat(call("post", () -> ordering.guard(between))).isEqualTo(1);
    assertThat(gate.inside() + other.inside()).isZero();
    assertThat(CallScope.frame()).containsOnlyNulls();
  }

  @Test
  void a_call_on_another_thread_is_counted_for_itself() throws Exception {
    Object answer =
        call(
            "post",
            () ->
                CompletableFuture.supplyAsync(
                        () -> {
                          try {
                            return call("post", () -> gate.inside());
                          } catch (Exception e) {
                            throw new AssertionError(e);
                          }
                        })
                    .join());
    assertThat(answer).isEqualTo(2);
  }

  @Test
  void a_stage_is_counted_until_it_completes() throws Exception {
    CompletableFuture<String> work = new CompletableFuture<>();
    CompletionStage<?> answer = (CompletionStage<?>) call("later", () -> work);
    assertThat(gate.inside()).isEqualTo(1);
    assertThat(CallScope.frame()).containsOnlyNulls();

    work.complete("done");
    assertThat(answer.toCompletableFuture()).isCompletedWithValueMatching("done"::equals);
    assertThat(gate.inside()).isZero();
  }

  @Test
  void a_stage_fails_if_the_role_ends_before_it_completes() throws Exception {
    CompletableFuture<String> work = new CompletableFuture<>();
    CompletionStage<?> answer = (CompletionStage<?>) call("later", () -> work);
    gate.lasting = false;
    work.complete("done");
    assertThatThrownBy(() -> answer.toCompletableFuture().join())
        .hasCauseInstanceOf(OutcomeUnknownException.class);
    assertThat(gate.inside()).isZero();
  }

  @Test
  void a_stage_that_fails_keeps_its_own_failure() throws Exception {
    CompletableFuture<String> work = new CompletableFuture<>();
    CompletionStage<?> answer = (CompletionStage<?>) call("later", () -> work);
    IOException failure = new IOException("disk");
    work.completeExceptionally(failure);
    CompletableFuture<Throwable> seen = new CompletableFuture<>();
    answer.whenComplete((value, thrown) -> seen.complete(thrown));
    assertThat(seen).isCompletedWithValueMatching(failure::equals);
  }

  @Test
  void cancelling_the_answer_cancels_the_work() throws Exception {
    CompletableFuture<String> work = new CompletableFuture<>();
    CompletionStage<?> answer = (CompletionStage<?>) call("later", () -> work);
    answer.toCompletableFuture().cancel(true);
    assertThat(work).isCancelled();
    assertThat(gate.inside()).isZero();
  }

  @Test
  void a_method_that_returns_no_stage_after_all_is_left_at_once() throws Exception {
    assertThat(call("later", () -> null)).isNull();
    assertThat(gate.inside()).isZero();
  }

  @Test
  void a_read_only_group_refuses_and_counts_the_call_out_again() {
    gate.tenure = READ_ONLY;
    assertThatThrownBy(() -> call("post", failing(new AssertionError("it ran"))))
        .isInstanceOf(NotPrimaryException.class);
    assertThat(gate.entered).hasValue(1);
    assertThat(gate.inside()).isZero();
  }

  @Test
  void a_method_that_allows_it_runs_while_the_group_is_read_only() throws Exception {
    gate.tenure = READ_ONLY;
    readOnlyAllowed = true;
    assertThat(call("post", () -> "inside " + gate.inside())).isEqualTo("inside 1");
    assertThat(gate.inside()).isZero();
  }

  @Test
  void a_call_that_may_wait_does_not_wait_until_the_group_is_writable() {
    gate.tenure = READ_ONLY;
    onSecondary = OnSecondary.WAIT;
    assertThatThrownBy(() -> call("post", failing(new AssertionError("it ran"))))
        .isInstanceOf(NotPrimaryException.class);
    assertThat(gate.waits).isEmpty();
    assertThat(gate.inside()).isZero();
  }

  @Test
  void a_call_that_may_only_read_lets_no_writing_one_in_within_it() throws Exception {
    gate.tenure = READ_ONLY;
    readOnlyAllowed = true;
    Callable<Object> writes =
        () -> {
          readOnlyAllowed = false;
          return call("post", failing(new AssertionError("it ran")));
        };
    assertThatThrownBy(() -> call("post", writes)).isInstanceOf(NotPrimaryException.class);
    readOnlyAllowed = true;
    assertThat(call("post", () -> call("post", () -> "read"))).isEqualTo("read");
  }

  @Test
  void within_a_call_that_only_reads_one_may_write_once_the_group_is_writable_again()
      throws Exception {
    gate.tenure = READ_ONLY;
    readOnlyAllowed = true;
    Callable<Object> writes =
        () -> {
          readOnlyAllowed = false;
          gate.tenure = CountingGate.TENURE;
          return call("post", () -> "written");
        };
    assertThat(call("post", writes)).isEqualTo("written");
  }

  @Test
  void a_call_let_in_before_the_group_was_read_only_may_finish_its_inner_calls() throws Exception {
    Callable<Object> writes =
        () -> {
          gate.tenure = READ_ONLY;
          return call("post", () -> "written");
        };
    assertThat(call("post", writes)).isEqualTo("written");
  }

  @Test
  void the_logging_context_names_group_and_term_while_the_method_runs() throws Exception {
    logged = true;
    gate.tenure = new Admission(new FencingToken(new UUID(1, 2), 42), 0, 0);
    assertThat(call("post", () -> Map.copyOf(MDC.getMap())))
        .isEqualTo(Map.of(GROUP, "ledger", TERM, "42"));
    assertThat(MDC.getMap()).isEmpty();
  }

  @Test
  void the_logging_context_is_as_before_after_a_method_that_throws() {
    logged = true;
    MDC.put(GROUP, "outer");
    MDC.put(TERM, "7");
    try {
      assertThatThrownBy(() -> call("post", failing(new IOException("disk"))))
          .isInstanceOf(IOException.class);
      assertThat(MDC.getMap()).isEqualTo(Map.of(GROUP, "outer", TERM, "7"));
    } finally {
      MDC.clear();
    }
  }

  @Test
  void one_server_without_a_cluster_shows_no_term_not_even_an_outer_one() throws Exception {
    logged = true;
    MDC.put(TERM, "7");
    try {
      assertThat(call("post", () -> Map.copyOf(MDC.getMap()))).isEqualTo(Map.of(GROUP, "ledger"));
      assertThat(MDC.getMap()).isEqualTo(Map.of(TERM, "7"));
    } finally {
      MDC.clear();
    }
  }

  @Test
  void the_logging_context_is_left_alone_unless_configured() throws Exception {
    assertThat(call("post", () -> Map.copyOf(MDC.getMap()))).isEqualTo(Map.of());
  }

  @Test
  void a_refused_call_leaves_nothing_in_the_logging_context() {
    logged = true;
    gate.open = false;
    assertThatThrownBy(() -> call("post", () -> "")).isInstanceOf(NotPrimaryException.class);
    assertThat(MDC.getMap()).isEmpty();
  }

  @Test
  void a_stage_that_completes_elsewhere_carries_no_logging_context() throws Exception {
    logged = true;
    CompletableFuture<String> answer = new CompletableFuture<>();
    Object stage = call("later", () -> answer);
    assertThat(MDC.getMap()).isEmpty();
    CompletableFuture<Object> seen = new CompletableFuture<>();
    ((CompletionStage<?>) stage).thenRun(() -> seen.complete(Map.copyOf(MDC.getMap())));
    answer.complete("done");
    assertThat(seen).isCompletedWithValue(Map.of());
  }

  @Test
  void a_method_the_registry_does_not_know_is_refused() {
    PrimaryOnlyInterceptor interceptor = new PrimaryOnlyInterceptor(registry(Optional.empty()));
    Call call = new Call(new Ledger(), method("post"), failing(new AssertionError("it ran")));
    assertThatThrownBy(() -> interceptor.guard(call))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("PRIMACY-9050: " + Ledger.class.getName() + ".post()");
  }

  private Object call(String name, Callable<?> body) throws Exception {
    PrimaryOnlyInterceptor interceptor =
        new PrimaryOnlyInterceptor(registry(Optional.of(guarded(name))));
    return interceptor.guard(new Call(new Ledger(), method(name), body));
  }

  private GuardedMethod guarded(String name) {
    GuardSpec spec =
        new GuardSpec(
            "ledger", onSecondary, minRemainingNanos, fence, maxWaitNanos, 503, readOnlyAllowed);
    return new GuardedMethod(
        Ledger.class, method(name), spec, gate, new WaitingRoom(places), logged);
  }

  private static Method method(String name) {
    try {
      return Ledger.class.getDeclaredMethod(name);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  private static Callable<Object> failing(Throwable failure) {
    return () -> {
      if (failure instanceof Exception exception) {
        throw exception;
      }
      throw (Error) failure;
    };
  }

  private static GuardRegistry registry(Optional<GuardedMethod> only) {
    return new GuardRegistry() {
      @Override
      public Optional<GuardedMethod> find(Class<?> type, Method method) {
        return only;
      }

      @Override
      public void enforced(GuardedMethod guarded, Enforcement layer) {}

      @Override
      public void filterIsInPlace() {}

      @Override
      public boolean hasFilter() {
        return false;
      }

      @Override
      public List<GuardedMethod> report() {
        return only.stream().toList();
      }
    };
  }

  private record Call(Object target, Method method, Callable<?> body) implements InvocationContext {
    @Override
    public Object getTarget() {
      return target;
    }

    @Override
    public Object getTimer() {
      return null;
    }

    @Override
    public Method getMethod() {
      return method;
    }

    @Override
    public Constructor<?> getConstructor() {
      return null;
    }

    @Override
    public Object[] getParameters() {
      return new Object[0];
    }

    @Override
    public void setParameters(Object[] parameters) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Object> getContextData() {
      return Map.of();
    }

    @Override
    public Object proceed() throws Exception {
      return body.call();
    }
  }
}
