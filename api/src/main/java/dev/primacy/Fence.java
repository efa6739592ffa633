package dev.primacy;

/**
 * By what the effects of a guarded method are fenced, beyond the guard.
 *
 * @since 0.1
 */
public enum Fence {
  /** By nothing, or by the application itself, which sends the {@link FencingToken} along. */
  NONE,

  /**
   * By the JTA transaction it runs in: the commit locks the group's row of the table {@code
   * primacy_fence} in the application's database, and is rolled back if the row shows the token of
   * another primary. A new primary raises the row before its guard opens. Needs {@code
   * primacy-transactions} and {@code primacy.fence.datasource}; a call outside of a transaction is
   * refused.
   */
  TRANSACTION
}
