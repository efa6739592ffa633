package dev.primacy.core.runtime;

import dev.primacy.FencingToken;
import dev.primacy.event.RoleChangeCause;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One grant, from the store's word until it is over. The lease thread's. */
final class Tenure {

  /** How far it came; each step only follows the one before it, or is left out. */
  enum Step {
    /** Observers prepare; nobody is let in. */
    PREPARING,
    /** They are done; the first snapshot that lets calls in is to come. */
    OPENING,
    /** Calls are let in. */
    OPEN,
    /** By choice, nobody is let in any more; observers hear of it. */
    CLOSING,
    /** Calls under way end. */
    DRAINING,
    /** What exists on the primary alone is given up. */
    CLEARING,
    /** The store is being told. */
    RELEASING;

    /** Whether calls that were let in may be under way, which nobody gave up yet. */
    boolean isActing() {
      return this == OPEN || this == CLOSING || this == DRAINING || this == CLEARING;
    }
  }

  final FencingToken token;
  final CompletableFuture<Void> over = new CompletableFuture<>();
  Step step = Step.PREPARING;
  RoleChangeCause cause = RoleChangeCause.ACQUIRED;

  /** Who goes first after it; empty for anybody. */
  Optional<UUID> successor = Optional.empty();

  private @Nullable Patience patience;

  Tenure(FencingToken token) {
    this.token = token;
  }

  /** Goes on; what the step before it was waiting for does not matter any more. */
  void next(Step following) {
    step = following;
    await(null);
  }

  /** What this step waits for at most. */
  void await(@Nullable Patience next) {
    Patience running = patience;
    if (running != null) {
      running.cancel();
    }
    patience = next;
    if (next != null) {
      next.start();
    }
  }
}
