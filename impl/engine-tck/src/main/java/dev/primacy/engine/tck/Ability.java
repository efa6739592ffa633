package dev.primacy.engine.tck;

/**
 * What a service may be unable to do. Tests that need it are aborted with the reason the service
 * states, and never count as passed.
 *
 * @since 0.1
 */
public enum Ability {
  /** Going away and coming back with all that was confirmed. */
  RESTART,
  /**
   * Being reached by TCP, so that the connections of each node can be frozen and cut, and their
   * requests and replies held back and lost, by a {@link Wire}.
   */
  WIRE,
  /** Consisting of several servers that can be killed one by one. */
  REPLICAS,
  /** Keeping its records on a disk that can be made full, and given room again. */
  DISK
}
