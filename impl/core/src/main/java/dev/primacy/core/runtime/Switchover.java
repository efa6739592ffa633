package dev.primacy.core.runtime;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.FencingToken;
import dev.primacy.NodeId;
import dev.primacy.SwitchoverException;
import dev.primacy.SwitchoverException.Reason;
import dev.primacy.core.settings.SettingText;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What came of handing a group to a certain node: whoever is seen as the primary after this node
 * decides it. The lease thread's.
 */
final class Switchover {
  private final GroupMembership membership;
  private final FencingToken given;
  private final NodeId successor;
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private @Nullable Patience patience;

  /**
   * @param given the token this node gives up
   */
  Switchover(GroupMembership membership, FencingToken given, NodeId successor) {
    this.membership = membership;
    this.given = given;
    this.successor = successor;
  }

  /** Completes with the outcome, on the lease thread. */
  CompletableFuture<Void> done() {
    return done;
  }

  /** This node holds the group no more: somebody else is to be seen within this time. */
  void released(CycleTools tools, Duration time) {
    Patience waiting = tools.patience(time, () -> notTaken(time));
    patience = waiting;
    if (!done.isDone()) {
      waiting.start();
    }
  }

  /** The store shows another holder, or none; its node may not be known yet. */
  void heldBy(Optional<NodeId> holder, Optional<FencingToken> token) {
    if (token.isEmpty() || holder.isEmpty() || token.get().equals(given)) {
      return;
    }
    NodeId primary = holder.get();
    if (primary.equals(successor)) {
      end(null);
    } else {
      String message =
          MESSAGES.switchoverTakenByAnother(group(), successor.toString(), primary.toString());
      end(new SwitchoverException(message, Reason.TAKEN_BY_ANOTHER, holder));
    }
  }

  private void notTaken(Duration time) {
    nobodySeen(MESSAGES.switchoverNotTaken(group(), successor.toString(), SettingText.show(time)));
  }

  /** This node leaves the group, and sees no more of it. */
  void left() {
    nobodySeen(MESSAGES.switchoverUnseen(group(), successor.toString()));
  }

  private void nobodySeen(String message) {
    end(new SwitchoverException(message, Reason.NOT_TAKEN, Optional.empty()));
  }

  private String group() {
    return membership.group();
  }

  private void end(@Nullable SwitchoverException failure) {
    Patience waiting = patience;
    if (waiting != null) {
      waiting.cancel();
    }
    if (failure == null) {
      done.complete(null);
    } else {
      done.completeExceptionally(failure);
    }
  }
}
