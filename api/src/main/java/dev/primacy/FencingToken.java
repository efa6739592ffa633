package dev.primacy;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * The number a primary acts under; each new primary of a group has a greater one.
 *
 * <p>Send it along with every effect on a resource that refuses tokens lower than the highest it
 * has seen: such effects are applied in token order under any delay, pause, clock error or
 * partition. The idea is the sequencer of Chubby (Burrows, OSDI 2006).
 *
 * <p>The scope changes when the store was wiped. Tokens of different scopes are <em>not
 * comparable</em>: a resource that meets a scope it has not seen has to find out from the store
 * which one stands.
 *
 * @param scope identifies one life of the group's record in the store
 * @param term the term within the scope, 1 for its first primary
 * @since 0.1
 */
public record FencingToken(UUID scope, long term) {

  /** Checks the components. */
  public FencingToken {
    requireNonNull(scope, "scope");
    if (term < 1) {
      throw new IllegalArgumentException("a term is at least 1, not " + term);
    }
  }

  /**
   * Whether both tokens belong to one life of the group's record.
   *
   * @param other the token to compare with
   * @return true if {@link #supersedes} may be asked
   */
  public boolean isComparableWith(FencingToken other) {
    return scope.equals(other.scope);
  }

  /**
   * Whether this token belongs to a later primary than the other.
   *
   * @param other a token of the same scope
   * @return true if this term is greater; false if it is equal or lower
   * @throws IllegalArgumentException if the scopes differ
   */
  public boolean supersedes(FencingToken other) {
    if (!isComparableWith(other)) {
      throw new IllegalArgumentException(
          "tokens of different scopes are not comparable: " + this + " and " + other);
    }
    return term > other.term;
  }
}
