package dev.primacy.core.invariant;

import dev.primacy.FencingToken;
import java.util.Optional;

/**
 * A node whose claims are checked.
 *
 * @since 0.1
 */
public interface Claimant {

  /**
   * Whether the condition of rule R4 holds at this instant.
   *
   * @param group a group
   * @return true if a call would be let in
   */
  boolean mayAct(String group);

  /**
   * Whether its clocks break the bounds that everything rests on, so that nothing is promised.
   *
   * @param group a group
   * @return true if its claims do not count
   */
  boolean isExcused(String group);

  /**
   * Under which token it would let calls in.
   *
   * @param group a group
   * @return the token of an open gate
   */
  Optional<FencingToken> open(String group);
}
