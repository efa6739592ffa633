package dev.primacy.control;

/**
 * The way to operate this node's groups; inject it. Seeing is free, commanding needs the secret.
 *
 * <p>At most one {@link Controller} commands a node: the latest. Every method is safe on any
 * thread.
 *
 * @since 0.1
 */
public interface ClusterControl {

  /**
   * What this node is in its default group. The only thing that works before the application has
   * started, and says {@link HaState#NONE} then.
   *
   * @return from local memory
   * @throws ControlException with {@link ControlError#BAD_REQUEST} if there is no default group
   */
  HaStatus status();

  /**
   * What this node is in a group.
   *
   * @param group its name
   * @return from local memory; {@link HaState#NONE} for a group it takes no part in
   */
  HaStatus status(String group);

  /**
   * A group as this node sees it.
   *
   * @param group its name
   * @return from local memory
   * @throws ControlException with {@link ControlError#NOT_MEMBER} if this node takes no part in it
   */
  GroupDetails details(String group);

  /**
   * How this node stands in a group.
   *
   * @param group its name
   * @return from local memory
   * @throws ControlException with {@link ControlError#NOT_MEMBER} if this node takes no part in it
   */
  NodeState nodeState(String group);

  /**
   * Takes command of this node. Whoever had it has lost it: all his further commands fail with
   * {@link ControlError#CONTROL_LOST}, and {@code ControlTaken} is fired.
   *
   * <p>With {@code primacy.control.secret} the secret must be that one, compared in constant time.
   * Without, whoever commands sets the secret: it is the one that nodes have to present from now on
   * which want to become secondaries of this node.
   *
   * @param secret the group's secret, at least 32 bytes in UTF-8; never logged, and never stored
   *     but as a keyed digest
   * @return in command until somebody else is, or it is closed
   * @throws ControlException with {@link ControlError#BAD_TOKEN} if it is not the secret or is too
   *     short, with {@link ControlError#BAD_STATE} before the application has started
   */
  Controller connect(String secret);
}
