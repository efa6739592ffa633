package dev.primacy.watch;

import dev.primacy.ClusterNode;

/**
 * Makes an application's own picture of a node, for {@link ClusterMonitor}.
 *
 * @param <T> the picture
 * @since 0.1
 */
@FunctionalInterface
public interface PayloadDecoder<T> {

  /**
   * Makes it.
   *
   * @param node the node, decoded as far as Primacy knows
   * @return the picture
   * @throws Exception if it cannot; {@link #refresh} is called then, and this once more for the
   *     same node
   */
  T decode(ClusterNode node) throws Exception;

  /**
   * Learns anew what is needed to decode, such as a schema: called once when {@link #decode} threw.
   *
   * @throws Exception if that is not possible: the node counts as one that cannot be decoded
   */
  default void refresh() throws Exception {}
}
