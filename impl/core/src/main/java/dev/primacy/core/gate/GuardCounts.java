package dev.primacy.core.gate;

/**
 * How many guarded calls had which outcome since the group was joined. Calls within a guarded call
 * of the same group are part of it and not counted again; checks that let nobody in are not counted
 * at all.
 *
 * @param allowed those that were let in; a call that arrives at the instant at which a tenure
 *     begins may be counted twice
 * @param rejected those that were refused
 * @param redirected those that were refused and sent to the primary
 * @param skipped those that were left out
 * @param lost those among {@code allowed} during which the role may have ended
 * @since 0.1
 */
public record GuardCounts(long allowed, long rejected, long redirected, long skipped, long lost) {

  /** Nothing was called. */
  public static final GuardCounts NONE = new GuardCounts(0, 0, 0, 0, 0);
}
