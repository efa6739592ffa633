package dev.primacy.spi;

import static java.util.Objects.requireNonNull;

/**
 * How a store is doing, for {@code /cluster}, the log and health.
 *
 * @param state in one word
 * @param detail one sentence for people, for example {@code voters present 2 of 3: one more loss
 *     stops writing}; may be empty
 * @since 0.1
 */
public record StoreStatus(State state, String detail) {

  /** The status of a store that does not tell. */
  public static final StoreStatus UNKNOWN = new StoreStatus(State.UNKNOWN, "");

  /** Checks the components. */
  public StoreStatus {
    requireNonNull(state, "state");
    requireNonNull(detail, "detail");
  }

  /** The state of a store in one word. */
  public enum State {
    /** It does not tell. */
    UNKNOWN,
    /** Reachable and fully redundant. */
    HEALTHY,
    /**
     * Reachable, but not all is well: one more loss may stop writing, or the store refuses what
     * this node asks for; the detail says which.
     */
    DEGRADED,
    /** Not reachable. */
    UNREACHABLE,
    /** Gone for good in this process; the engine has to be opened again. */
    FAILED
  }
}
