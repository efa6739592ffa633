package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.event.NodeLeftCause;
import dev.primacy.event.PrimaryLost;
import dev.primacy.event.RoleChangeCause;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which primary this node follows in a group, and how it lost it. On the lease thread.
 *
 * <p>A primary is followed from the moment it is seen, by a node that is not the primary itself and
 * reaches the store, until another one is seen or none, it is gone, or the store is.
 */
final class Following {
  /** Why a node is suspended that does not reach the store, or did not for too long. */
  private static final Set<RoleChangeCause> CUT_OFF =
      EnumSet.of(
          RoleChangeCause.LEASE_EXPIRED, RoleChangeCause.EXPELLED, RoleChangeCause.STORE_WIPED);

  /** A primary that is followed no more. */
  record Loss(ClusterNode primary, PrimaryLost.Reason reason) {}

  private @Nullable ClusterNode followed;

  /** The primary seen last is gone, whatever the group's record still says. */
  private @Nullable UUID dead;

  private boolean silent;

  static boolean isCutOff(RoleChangeCause cause) {
    return CUT_OFF.contains(cause);
  }

  /** A node is gone. */
  void gone(UUID incarnation, NodeLeftCause cause) {
    dead = incarnation;
    ClusterNode primary = followed;
    if (primary != null && primary.id().incarnation().equals(incarnation)) {
      silent = cause != NodeLeftCause.LEFT;
    }
  }

  /** This node was told to follow nobody: nothing is lost by that. */
  void stop() {
    followed = null;
    silent = false;
  }

  /**
   * What a batch of news came to.
   *
   * @param primary as the group's record shows it, other than this node; empty for none
   * @param cutOff whether this node does not reach the store
   * @return what was lost; null if nothing was
   */
  @Nullable Loss now(Optional<ClusterNode> primary, boolean cutOff) {
    ClusterNode next =
        cutOff ? null : primary.filter(p -> !p.id().incarnation().equals(dead)).orElse(null);
    ClusterNode before = followed;
    followed = next;
    if (before == null || (next != null && before.id().equals(next.id()))) {
      return null;
    }
    boolean fellSilent = silent || cutOff;
    silent = false;
    return new Loss(before, fellSilent ? PrimaryLost.Reason.NO_TICK : PrimaryLost.Reason.CLOSED);
  }
}
