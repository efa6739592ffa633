package dev.primacy.core.view;

import dev.primacy.NodeId;
import dev.primacy.watch.WatchPhase;
import org.jspecify.annotations.Nullable;

/**
 * Is asked before every call of a follower.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface CallPermit {

  /** Nobody ends the watch. */
  CallPermit ALWAYS = (phase, about) -> true;

  /**
   * Whether the call may be made; it is made at once.
   *
   * @param phase which call
   * @param about the node it is about; null if it is about none
   * @return false if the follower is to be called no more
   */
  boolean mayCall(WatchPhase phase, @Nullable NodeId about);
}
