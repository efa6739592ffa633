package dev.primacy.cdi;

import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.Gate;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A guarded call that goes on after its method returned: it is left when its stage completes. */
final class GuardedStage {
  private GuardedStage() {}

  /**
   * Leaves the gate when the stage completes, after the exit check.
   *
   * @return a stage that fails if the role ended meanwhile; the given one itself where the method
   *     promises a type of its own, which then is counted but not checked
   */
  static CompletionStage<?> follow(
      CompletionStage<?> stage, GuardedMethod guarded, Admission admission) {
    CompletableFuture<Object> checked = new CompletableFuture<>();
    stage.whenComplete(
        (value, failure) -> {
          boolean stands = leave(guarded.gate(), admission);
          if (failure != null) {
            checked.completeExceptionally(failure);
          } else if (stands) {
            checked.complete(value);
          } else {
            checked.completeExceptionally(guarded.outcomeUnknown());
          }
        });
    if (!guarded.method().getReturnType().isInstance(checked)) {
      return stage;
    }
    if (stage instanceof CompletableFuture<?> source) {
      passOnCancellation(checked, source);
    }
    return checked;
  }

  /** Asks before the call is left: the drain may go on to the release at once. */
  private static boolean leave(Gate gate, Admission admission) {
    boolean stands = gate.stands(admission);
    gate.leave();
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
