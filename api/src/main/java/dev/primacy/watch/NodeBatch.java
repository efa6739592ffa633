package dev.primacy.watch;

import dev.primacy.ClusterNode;
import java.util.List;

/**
 * What a batch of changes came to in one view.
 *
 * @since 0.1
 */
public interface NodeBatch {

  /**
   * The place of this batch among those of its view.
   *
   * @return 1 for the first, and one more for each that follows; from 1 again after a restart
   */
  long number();

  /**
   * Whether this is the first batch: all nodes there were have been told.
   *
   * @return true exactly once per view
   */
  boolean isInitial();

  /**
   * How many nodes are in the view that were not.
   *
   * @return at least 0
   */
  int appeared();

  /**
   * How many nodes of the view have changed.
   *
   * @return at least 0
   */
  int updated();

  /**
   * How many nodes are not in the view any more.
   *
   * @return at least 0
   */
  int removed();

  /**
   * Whether the cluster has changed and this view has not.
   *
   * @return true if nothing was told
   */
  default boolean isEmpty() {
    return appeared() + updated() + removed() == 0;
  }

  /**
   * The nodes of the view, as they were told last; with {@link FollowOptions.Baseline#LAST_SEEN},
   * as they were seen last. Made when it is asked for, at a cost that grows with their number; the
   * other methods cost nothing.
   *
   * @return an immutable list in ascending order of their {@link dev.primacy.NodeId}
   * @throws IllegalStateException if it is asked for the first time after {@link
   *     NodeFollower#batchDone} has returned
   */
  List<ClusterNode> nodes();
}
