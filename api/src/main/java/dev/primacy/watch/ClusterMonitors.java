package dev.primacy.watch;

import dev.primacy.ClusterNode;

/**
 * Makes monitors; inject it. In CDI a bean with observer methods is a monitor by itself: this is
 * for callers that are none, or come and go.
 *
 * @since 0.1
 */
public interface ClusterMonitors {

  /**
   * A monitor of a group.
   *
   * @param group the group's name; this node need not take part in it
   * @return a builder without callbacks
   */
  default ClusterMonitorBuilder<ClusterNode> of(String group) {
    return of(group, node -> node);
  }

  /**
   * A monitor of a group that tells an application's own picture of nodes.
   *
   * @param group the group's name; this node need not take part in it
   * @param decoder makes the picture; called on the monitor's thread
   * @param <T> the picture
   * @return a builder without callbacks
   */
  <T> ClusterMonitorBuilder<T> of(String group, PayloadDecoder<T> decoder);
}
