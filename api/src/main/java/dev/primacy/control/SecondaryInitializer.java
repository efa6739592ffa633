package dev.primacy.control;

import dev.primacy.ClusterNode;

/**
 * Brings an application's own state up to date before this node becomes a secondary: implement it
 * in a bean. At most one per application. Called on a thread of its own, for one group at a time;
 * it may block, and is interrupted when the application stops or the join is given up.
 *
 * <p>How state travels is the application's business: Primacy puts nothing of its own on the wire.
 *
 * @since 0.1
 */
public interface SecondaryInitializer {

  /**
   * What kind of state this application understands: its schema's name, version or digest.
   * Published with the node, so that a primary with another one is refused before anything is
   * copied.
   *
   * @return at most 128 bytes; the same for the whole life of the application
   */
  String schema();

  /**
   * The state that this node has.
   *
   * @param group the group
   * @return its version
   */
  StateVersion here(String group);

  /**
   * The state that the primary has, asked of it.
   *
   * @param group the group
   * @param primary the node to ask
   * @return its version; if it equals {@link #here}, nothing is copied
   * @throws Exception if it does not answer; the join fails with {@link ControlError#CONNECT}
   */
  StateVersion at(String group, ClusterNode primary) throws Exception;

  /**
   * Copies the state of the primary.
   *
   * @param group the group
   * @param primary the node to copy from
   * @throws Exception if it breaks off; the join fails with {@link ControlError#CLOSED}
   */
  void copy(String group, ClusterNode primary) throws Exception;
}
