package dev.primacy.control;

/**
 * Command of this node, until somebody else takes it. Every method is safe on any thread.
 *
 * @since 0.1
 */
public interface Controller extends AutoCloseable {

  /**
   * Commands for the default group.
   *
   * @return valid as long as this is in command
   * @throws ControlException with {@link ControlError#BAD_REQUEST} if there is no default group,
   *     with {@link ControlError#CONTROL_LOST} if this is not in command any more
   */
  GroupControl group();

  /**
   * Commands for a group.
   *
   * @param name its name
   * @return valid as long as this is in command
   * @throws ControlException with {@link ControlError#NOT_MEMBER} if this node takes no part in it,
   *     with {@link ControlError#CONTROL_LOST} if this is not in command any more
   */
  GroupControl group(String name);

  /**
   * Keeps roles from changing by choice while something else is changed, such as a data model.
   *
   * @param reason for people; shown to whoever is refused because of it
   * @return the lock
   * @throws ControlException with {@link ControlError#BAD_STATE} while this node takes on or gives
   *     up a role in any group, or if a lock is held already; with {@link
   *     ControlError#CONTROL_LOST} if this is not in command any more
   */
  MaintenanceLock lockForMaintenance(String reason);

  /**
   * Whether this is in command.
   *
   * @return false once somebody else is, or after {@link #close}
   */
  boolean isInCommand();

  /** Gives the command back; roles stay as they are. Again does nothing. */
  @Override
  void close();
}
