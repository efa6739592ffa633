package dev.primacy.event;

/**
 * Something about this node in one group. Narrow it with {@link dev.primacy.InGroup}; without, an
 * observer hears all groups.
 *
 * @since 0.1
 */
public sealed interface GroupEvent extends ClusterEvent
    permits NodeRoleChanging,
        NodeRoleChanged,
        StandingChanged,
        PrimaryChanged,
        PrimaryLost,
        ReadOnlyChanged,
        SecondaryInitialized,
        SecondaryJoinResult,
        GroupAltered,
        GroupDropped {

  /**
   * The group's name.
   *
   * @return the name
   */
  String group();
}
