package dev.primacy.cdi;

import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.GuardOutcome;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A guarded call that goes on after its method returned: it is left when its stage completes. */
final class GuardedStage {
  private GuardedStage() {}

  /**
   * Leaves the gate when the stage completes, after the exit check; also if this throws.
   *
   * @return a stage that fails if the role ended meanwhile; the given one itself where the method
   *     promises a type of its own, which then is counted but not checked
   */
  static CompletionStage<?> follow(
      CompletionStage<?> stage, GuardedMethod guarded, Admission admission) {
    CompletableFuture<Object> checked = new CompletableFuture<>();
    CallScope.Call call = CallScope.openDetached(guarded, admission);
    try {
      stage.whenComplete((value, failure) -> end(call, guarded, checked, value, failure));
    } catch (RuntimeException notToBeFollowed) {
      call.leave();
      throw notToBeFollowed;
    }
    if (!guarded.method().getReturnType().isInstance(checked)) {
      return stage;
    }
    if (stage instanceof CompletableFuture<?> source) {
      passOnCancellation(checked, source);
    }
    return checked;
  }

  private static void end(
      CallScope.Call call,
      GuardedMethod guarded,
      CompletableFuture<Object> checked,
      @Nullable Object value,
      @Nullable Throwable failure) {
    boolean stands = leave(call);
    if (failure != null) {
      checked.completeExceptionally(failure);
    } else if (stands) {
      checked.complete(value);
    } else {
      guarded.count(GuardOutcome.LOST);
      checked.completeExceptionally(guarded.outcomeUnknown());
    }
  }

  /** Asks before the call is left: the drain may go on to the release at once. */
  private static boolean leave(CallScope.Call call) {
    boolean stands = call.stands();
    call.leave();
    return stands;
  }

  private static void passOnCancellation(CompletionStage<?> from, CompletableFuture<?> to) {
    from.whenComplete(
        (value, failure) -> {
          if (failure instanceof CancellationException) {
            to.cancel(true);
          }
        });
  }
}
