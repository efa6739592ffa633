package dev.primacy.control;

/**
 * While it is held, no operator changes this node's role: every command that would is refused with
 * {@link ControlError#UPGRADE_IN_PROGRESS}, what other nodes were named for is not handed over, and
 * the node takes no group. What the application itself does with {@link dev.primacy.Membership} is
 * its own affair, and a lease that ends, ends all the same: nothing can hold it.
 *
 * @since 0.1
 */
public interface MaintenanceLock extends AutoCloseable {

  /**
   * What it was taken for.
   *
   * @return the words of whoever took it
   */
  String reason();

  /** Gives it back; again does nothing. */
  @Override
  void close();
}
