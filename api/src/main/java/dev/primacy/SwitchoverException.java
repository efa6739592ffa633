package dev.primacy;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A switchover did not lead to the node that was named.
 *
 * <p>Either the role was not given up at all, or it was, and somebody else has it, or nobody yet:
 * {@link Reason#isReleased} tells the two apart. It never leaves a group without a primary for
 * longer than {@link Membership#switchover(String)} says.
 *
 * @since 0.1
 */
public final class SwitchoverException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Serialized with the message. */
  private final Reason reason;

  /** Not serialized: the exception is an answer within one node. */
  private final transient Optional<NodeId> primary;

  /** Why. */
  public enum Reason {
    /** This node is not the primary, or is giving the role up already. */
    NOT_PRIMARY(false),
    /** The node that was named is this one. */
    ITSELF(false),
    /** No live node has this name, or is this one. */
    UNKNOWN_NODE(false),
    /** Several live nodes have this name. */
    AMBIGUOUS_NAME(false),
    /** The node is live and does not take part in the group. */
    NOT_IN_GROUP(false),
    /** The node takes part and never becomes primary. */
    PASSIVE(false),
    /** The role was given up, and another node became the primary; it may be this one again. */
    TAKEN_BY_ANOTHER(true),
    /** The role was given up, and no primary was seen in time. */
    NOT_TAKEN(true);

    private final boolean released;

    Reason(boolean released) {
      this.released = released;
    }

    /**
     * Whether this node gave the role up, or lost it while it did.
     *
     * @return false if nothing has happened to the role
     */
    public boolean isReleased() {
      return released;
    }
  }

  /**
   * Makes the exception, without a stack trace: it would show a thread of Primacy.
   *
   * @param message the numbered message for people
   * @param reason why
   * @param primary the primary as last seen; empty if there is none or none is known
   */
  public SwitchoverException(String message, Reason reason, Optional<NodeId> primary) {
    super(requireNonNull(message, "message"), null, false, false);
    this.reason = requireNonNull(reason, "reason");
    this.primary = requireNonNull(primary, "primary");
  }

  /**
   * Why.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }

  /**
   * The group's primary, as last seen in the store when the stage completed.
   *
   * @return empty if there was none or none was known
   */
  public Optional<NodeId> primary() {
    return primary;
  }
}
