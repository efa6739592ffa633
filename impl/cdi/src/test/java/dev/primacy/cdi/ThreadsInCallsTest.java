package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.FencingToken;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.CallUnderWay;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A thread of a server that is, was, or was never inside a guarded call. */
class ThreadsInCallsTest {
  private static final FencingToken TOKEN = new FencingToken(UUID.randomUUID(), 7);
  private static final FencingToken OTHER = new FencingToken(UUID.randomUUID(), 7);

  private final CountingGate gate = new CountingGate("ledger");
  private final CountingGate further = new CountingGate("orders");
  private final Admission admission = new Admission(TOKEN, 1, 1);
  private final ThreadsInCalls calls = new ThreadsInCalls();
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private volatile boolean dirty;

  @AfterEach
  void end() {
    goOn.countDown();
  }

  /** Returns whether it was interrupted. */
  boolean post() {
    inside.countDown();
    try {
      goOn.await();
      return false;
    } catch (InterruptedException told) {
      return true;
    }
  }

  /** Does not listen to interrupts. */
  boolean hash() {
    inside.countDown();
    while (goOn.getCount() > 0) {
      Thread.onSpinWait();
    }
    return Thread.currentThread().isInterrupted();
  }

  private GuardedMethod method(String name) {
    return Sites.of(ThreadsInCallsTest.class, name, gate);
  }

  /** As the interceptor does it. */
  private <T> T intercepted(GuardedMethod method, Callable<T> body) throws Exception {
    @Nullable Object[] frame = CallScope.frame();
    CallScope.Around around = CallScope.enter(frame, method, admission);
    try {
      return body.call();
    } finally {
      CallScope.leave(frame, around);
    }
  }

  /** On a thread that afterwards says whether something of an interrupt is left on it. */
  private <T> FutureTask<T> begin(Callable<T> work) throws InterruptedException {
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              T result = work.call();
              dirty = Thread.currentThread().isInterrupted();
              return result;
            });
    Thread thread = new Thread(task, "http-1");
    thread.setDaemon(true);
    thread.start();
    assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
    return task;
  }

  private <T> T end(FutureTask<T> task) throws Exception {
    goOn.countDown();
    return task.get(10, TimeUnit.SECONDS);
  }

  @Test
  void a_call_is_seen_from_another_thread_while_it_runs() throws Exception {
    FutureTask<Boolean> call = begin(() -> intercepted(method("post"), this::post));
    assertThat(calls.of(gate, TOKEN))
        .containsExactly(
            new CallUnderWay("ThreadsInCallsTest.post", Optional.of("http-1"), admission));
    assertThat(calls.of(gate, OTHER)).as("of another tenure").isEmpty();
    assertThat(calls.of(further, TOKEN)).as("of another group").isEmpty();
    assertThat(end(call)).isFalse();
    assertThat(calls.of(gate, TOKEN)).isEmpty();
  }

  @Test
  void a_call_is_interrupted() throws Exception {
    FutureTask<Boolean> call = begin(() -> intercepted(method("post"), this::post));
    assertThat(calls.interrupt(gate, OTHER)).isEmpty();
    assertThat(calls.interrupt(gate, TOKEN)).containsExactly("http-1");
    assertThat(call.get(10, TimeUnit.SECONDS)).as("interrupted").isTrue();
    assertThat(dirty).isFalse();
  }

  @Test
  void nothing_of_an_interrupt_is_left_on_the_thread_of_a_call_that_did_not_listen()
      throws Exception {
    FutureTask<Boolean> call = begin(() -> intercepted(method("hash"), this::hash));
    assertThat(calls.interrupt(gate, TOKEN)).containsExactly("http-1");
    assertThat(end(call)).as("interrupted").isTrue();
    assertThat(dirty).isFalse();
  }

  @Test
  void an_interrupt_reaches_the_outer_call_through_one_of_another_group() throws Exception {
    FutureTask<Boolean> call =
        begin(
            () ->
                intercepted(
                    method("hash"),
                    () -> {
                      boolean within = intercepted(Sites.post(further), this::hash);
                      return within && Thread.currentThread().isInterrupted();
                    }));
    assertThat(calls.interrupt(gate, TOKEN)).containsExactly("http-1");
    assertThat(end(call)).as("still interrupted outside of it").isTrue();
    assertThat(dirty).isFalse();
  }

  @Test
  void an_interrupt_ends_with_the_inner_call_it_was_meant_for() throws Exception {
    FutureTask<Boolean> call =
        begin(
            () ->
                intercepted(
                    Sites.post(further),
                    () -> {
                      boolean within = intercepted(method("hash"), this::hash);
                      return within && !Thread.currentThread().isInterrupted();
                    }));
    assertThat(calls.interrupt(gate, TOKEN)).containsExactly("http-1");
    assertThat(end(call)).isTrue();
  }

  @Test
  void a_thread_whose_call_has_left_is_not_interrupted() throws Exception {
    FutureTask<Boolean> after =
        begin(
            () -> {
              intercepted(method("post"), () -> true);
              return post();
            });
    assertThat(calls.interrupt(gate, TOKEN)).isEmpty();
    assertThat(end(after)).isFalse();
    assertThat(dirty).isFalse();
  }

  @Test
  void a_request_is_interrupted_while_its_method_runs() throws Exception {
    FutureTask<Boolean> request =
        begin(
            () -> {
              CallScope.Call call = CallScope.open(method("hash"), admission);
              boolean interrupted = hash();
              call.leave();
              return interrupted;
            });
    assertThat(calls.interrupt(gate, TOKEN)).containsExactly("http-1");
    assertThat(end(request)).isTrue();
    assertThat(dirty).isFalse();
  }

  @Test
  void a_request_is_not_interrupted_around_its_method() throws Exception {
    FutureTask<Boolean> request =
        begin(
            () -> {
              CallScope.Call call = CallScope.open(method("post"), admission);
              boolean interrupted = hash();
              call.leave();
              return interrupted;
            });
    assertThat(calls.of(gate, TOKEN)).as("seen all the same").hasSize(1);
    assertThat(calls.interrupt(gate, TOKEN)).isEmpty();
    assertThat(end(request)).isFalse();
  }

  @Test
  void a_call_that_left_its_thread_is_seen_until_it_is_over() {
    CallScope.Call suspended = CallScope.openDetached(method("post"), admission);
    assertThat(calls.of(gate, TOKEN))
        .containsExactly(new CallUnderWay("ThreadsInCallsTest.post", Optional.empty(), admission));
    assertThat(calls.interrupt(gate, TOKEN)).isEmpty();
    suspended.leave();
    assertThat(calls.of(gate, TOKEN)).isEmpty();
    assertThat(gate.left).hasValue(1);
  }

  @Test
  void a_suspended_call_that_everybody_forgot_is_counted_out_once() {
    forget();
    await()
        .untilAsserted(
            () -> {
              System.gc();
              calls.sweep();
              assertThat(gate.left).hasValue(1);
            });
    assertThat(calls.of(gate, TOKEN)).isEmpty();
  }

  private void forget() {
    assertThat(CallScope.openDetached(method("post"), admission).stands()).isTrue();
  }

  /**
   * A thread is stopped, to look at its stack, between statements of the compiler's choice: of a
   * call that is compiled into the loop around it as a whole, never inside.
   */
  @SuppressWarnings("ThreadPriorityCheck") // it need not let anybody else run
  private static boolean somewhereToStop() {
    for (int i = 0; i < 50; i++) {
      Thread.yield();
    }
    return true;
  }

  @Test
  void calls_that_come_and_go_while_they_are_interrupted_leave_their_thread_clean()
      throws Exception {
    GuardedMethod method = method("post");
    FutureTask<Integer> all =
        begin(
            () -> {
              inside.countDown();
              int left = 0;
              while (goOn.getCount() > 0) {
                intercepted(method, ThreadsInCallsTest::somewhereToStop);
                left += Thread.interrupted() ? 1 : 0;
              }
              return left;
            });
    int told = 0;
    while (told < 25 && !all.isDone()) {
      told += calls.interrupt(gate, TOKEN).size();
    }
    assertThat(end(all)).as("interrupts that came too late").isZero();
  }
}
