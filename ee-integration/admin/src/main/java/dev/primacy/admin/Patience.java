package dev.primacy.admin;

import dev.primacy.control.ControlException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a command, for as long as its caller does.
 *
 * @param most how long
 */
record Patience(Duration most) {

  /**
   * Waits.
   *
   * @return false if it is still under way; its end is logged then
   * @throws ControlException if it was not carried out
   */
  boolean await(String group, CompletionStage<?> command) {
    try {
      command.toCompletableFuture().get(most.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException stillUnderWay) {
      follow(group, command);
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      follow(group, command);
      return false;
    } catch (ExecutionException failed) {
      throw unwrapped(failed.getCause());
    }
  }

  private static void follow(String group, CompletionStage<?> command) {
    command.whenComplete((done, failure) -> AdminLog.LOG.late(group, word(failure)));
  }

  private static String word(@Nullable Throwable failure) {
    if (failure == null) {
      return "carried out";
    }
    return unwrapped(failure) instanceof ControlException refused
        ? refused.error().name()
        : "failed";
  }

  private static RuntimeException unwrapped(@Nullable Throwable failure) {
    if (failure instanceof CompletionException wrapped) {
      return unwrapped(wrapped.getCause());
    }
    return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
  }
}
