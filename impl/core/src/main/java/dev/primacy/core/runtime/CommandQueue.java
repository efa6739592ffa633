package dev.primacy.core.runtime;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.control.ControlError;
import dev.primacy.control.ControlException;
import dev.primacy.control.MaintenanceLock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Brings commands to the lease thread and their outcomes away from it, unless roles are locked. */
final class CommandQueue {
  private final Machinery machinery;

  // the lease thread's
  private @Nullable Lock lock;

  CommandQueue(Machinery machinery) {
    this.machinery = machinery;
  }

  /**
   * Carries a command out on the lease thread, if it fits.
   *
   * @param ofRole whether it changes a role, which a maintenance lock forbids
   */
  <T> CompletionStage<T> order(
      String group, boolean ofRole, Function<GroupCycle, CompletableFuture<T>> how) {
    CompletableFuture<T> outcome = new CompletableFuture<>();
    machinery.loop.post(
        () -> {
          var unused =
              begin(group, ofRole, how).whenComplete((done, failed) -> tell(outcome, done, failed));
        });
    return outcome.minimalCompletionStage();
  }

  private <T> CompletableFuture<T> begin(
      String group, boolean ofRole, Function<GroupCycle, CompletableFuture<T>> how) {
    try {
      GroupCycle cycle = machinery.cycles.get(group);
      if (cycle == null || machinery.isLeaving()) {
        throw new ControlException(MESSAGES.notMember(group), ControlError.NOT_MEMBER);
      }
      Lock held = lock;
      if (ofRole && held != null) {
        throw new ControlException(
            MESSAGES.lockedForMaintenance(group, GroupNames.fit(held.reason())),
            ControlError.UPGRADE_IN_PROGRESS);
      }
      return how.apply(cycle);
    } catch (RejectedExecutionException crowded) {
      return CompletableFuture.failedFuture(badState(MESSAGES.tooManyCommands(group)));
    } catch (RuntimeException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  /** On another thread than the lease thread: whoever waits may do anything then. */
  <T> void tell(CompletableFuture<T> outcome, @Nullable T done, @Nullable Throwable failed) {
    machinery.deliveries.aside(() -> complete(outcome, done, failed));
  }

  private static <T> void complete(
      CompletableFuture<T> outcome, @Nullable T done, @Nullable Throwable failed) {
    if (failed == null) {
      outcome.complete(done);
    } else {
      Throwable cause = failed instanceof CompletionException ? failed.getCause() : failed;
      outcome.completeExceptionally(cause == null ? failed : cause);
    }
  }

  static ControlException badState(String message) {
    return new ControlException(message, ControlError.BAD_STATE);
  }

  private final class Lock implements MaintenanceLock {
    private final String reason;

    Lock(String reason) {
      this.reason = reason;
    }

    @Override
    public String reason() {
      return reason;
    }

    @Override
    public void close() {
      machinery.loop.post(() -> unlock(this));
    }
  }

  private void unlock(Lock held) {
    if (lock == held) {
      lock = null;
      machinery.operations.lock(false);
    }
  }

  MaintenanceLock lock(String reason) {
    Lock made = new Lock(reason);
    onLeaseThread(
        () -> {
          if (lock != null || machinery.cycles.values().stream().anyMatch(GroupCycle::isChanging)) {
            throw badState(MESSAGES.notToBeLocked());
          }
          lock = made;
          machinery.operations.lock(true);
          return made;
        });
    return made;
  }

  private <T> T onLeaseThread(Supplier<T> what) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    machinery.loop.post(
        () -> {
          try {
            answer.complete(what.get());
          } catch (ControlException refused) {
            answer.completeExceptionally(refused);
          }
        });
    return await(answer, machinery.settings.timing().lease());
  }

  private <T> T await(CompletableFuture<T> answer, Duration patience) {
    try {
      return machinery.execution().await(answer, patience);
    } catch (ExecutionException refused) {
      throw refused.getCause() instanceof ControlException known
          ? known
          : new IllegalStateException(refused);
    } catch (TimeoutException silent) {
      throw badState(MESSAGES.leaseThreadSilent(patience));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw badState(MESSAGES.leaseThreadSilent(patience));
    }
  }
}
