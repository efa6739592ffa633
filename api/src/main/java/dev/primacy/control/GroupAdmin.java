package dev.primacy.control;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Creates, joins, leaves and changes groups at run time, for operators: what {@link
 * dev.primacy.Groups} is for code, with the refusals an operator expects. Inject it.
 *
 * @since 0.1
 */
public interface GroupAdmin {

  /**
   * Creates a group with this node as its primary.
   *
   * @param group its name
   * @return completes when this node is its primary; fails with {@link ControlError#ALREADY_MEMBER}
   *     if this node takes part in it, with {@link ControlError#BAD_STATE} if another node holds it
   */
  CompletionStage<GroupDetails> create(String group);

  /**
   * Takes part in a group that another node has created.
   *
   * @param group its name
   * @return completes when this node is a member; fails with {@link ControlError#ALREADY_MEMBER} if
   *     it takes part already
   */
  CompletionStage<GroupDetails> join(String group);

  /**
   * Takes part in a group no more.
   *
   * @param group its name
   * @return completes when it is left; fails with {@link ControlError#NOT_MEMBER} if this node
   *     takes no part in it, with {@link ControlError#BAD_STATE} if the group is configured to be
   *     joined at start
   */
  CompletionStage<Void> leave(String group);

  /**
   * Says how a group is to be taken part in when it is created or joined, for as long as the
   * application runs.
   *
   * @param group its name
   * @param settings what the keys below {@code primacy.groups.<name>.} would say, without that
   *     prefix; at least one
   * @throws ControlException with {@link ControlError#ALREADY_MEMBER} if this node takes part in
   *     it, with {@link ControlError#BAD_REQUEST} if there is none, or one is unknown or impossible
   */
  void preconfigure(String group, Map<String, String> settings);

  /**
   * Drops a group for all nodes: nobody is its primary any more, and every node that takes part
   * hears {@code GroupDropped} once. That is for good: its record stays, so that no term of it is
   * ever given out again, and its name is of no use any more in this cluster (DESIGN R9).
   *
   * @param group its name; this node need not take part in it, and hands it over first if it is its
   *     primary
   * @return completes when the store has confirmed it; fails with {@link ControlError#BAD_STATE} if
   *     another live node holds it, or there is no such group
   */
  CompletionStage<Void> drop(String group);
}
