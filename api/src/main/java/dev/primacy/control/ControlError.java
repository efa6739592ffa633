package dev.primacy.control;

/**
 * Why a command was not carried out. The numbers below 1000 are those that high-availability
 * frameworks have used for these errors for a long time.
 *
 * @since 0.1
 */
public enum ControlError {
  /** The command does not fit what the node, the group or the application is at this moment. */
  BAD_STATE(17),
  /** The primary could not be reached. */
  CONNECT(25),
  /** The primary went away, or was silent, while state was being copied from it. */
  CLOSED(26),
  /** The primary's state has another schema. */
  SCHEMA_MISMATCH(27),
  /** The secret is not the group's. */
  BAD_TOKEN(28),
  /** The node is not the one that was named. */
  BAD_NAME(29),
  /** An address or a port that the role needs could not be taken. */
  BIND(30),
  /** The primary fell silent. */
  NO_TICK(31),
  /** A maintenance lock is held. */
  UPGRADE_IN_PROGRESS(47),
  /** The group's record has a format that this node does not understand. */
  BAD_VERSION(52),
  /** The nodes of the group are configured differently. */
  BAD_CONFIG(69),
  /** Another controller has taken over. */
  CONTROL_LOST(1001),
  /** The group is not, or no longer, in the version that the command was meant for. */
  STALE_VERSION(1002),
  /** The node takes part in the group already. */
  ALREADY_MEMBER(1003),
  /** The node takes no part in the group. */
  NOT_MEMBER(1004),
  /** The store did not answer, and whether the command was carried out is not known. */
  UNKNOWN_OUTCOME(1005),
  /** The command itself is wrong: a name, a value or something missing. */
  BAD_REQUEST(1006);

  private final int code;

  ControlError(int code) {
    this.code = code;
  }

  /**
   * The stable number.
   *
   * @return the number
   */
  public int code() {
    return code;
  }
}
