package dev.primacy.event;

import dev.primacy.watch.NodeView;

/**
 * Something about the nodes in a view that a bean describes: fired with the qualifier {@link View},
 * once per view that is observed. {@link NodeJoined} and its like are of all nodes, and of no view;
 * so an observer of those hears nothing twice because somebody looks through a view.
 *
 * @since 0.1
 */
public sealed interface ViewEvent extends ClusterEvent
    permits NodeAppeared, NodeChanged, NodeVanished, NodesBatchDone {

  /**
   * The view.
   *
   * @return the class that the qualifier names
   */
  Class<? extends NodeView> view();
}
