package dev.primacy.event;

/**
 * Why a role changed.
 *
 * @since 0.1
 */
public enum RoleChangeCause {
  /** The application started: the first event. */
  STARTED,
  /** The application joined the group at run time: the first event of that membership. */
  JOINED,
  /** The store granted the group to this node. */
  ACQUIRED,
  /** This node handed the role back because it was asked to. */
  STEP_DOWN,
  /** This node was asked to hand the role to another one, which is named in the release. */
  SWITCHOVER,
  /**
   * An observer of {@link NodeRoleChanging} threw or took too long, and the role was handed back.
   */
  PROMOTION_FAILED,
  /** The lease ended before it could be renewed. */
  LEASE_EXPIRED,
  /** Other nodes waited this node's lease out and expelled it. */
  EXPELLED,
  /** The group's record is gone or has another scope: the store was wiped. */
  STORE_WIPED,
  /** The store shows another holder, or another term, than this node held. */
  SUPERSEDED,
  /** The group was dropped. */
  GROUP_DROPPED,
  /** Settings that would split the group keep this node out of it. */
  SETTINGS_REFUSED,
  /** Role events could not be queued any more. */
  EVENTS_OVERFLOWED,
  /** An operator told this node to be nothing: {@code GroupControl.beNone}. */
  OPERATOR,
  /** The primary that this node followed is gone, and nobody is elected by itself. */
  PRIMARY_LOST,
  /** The last secondary of this primary is gone, and the rules let nobody act alone. */
  SECONDARIES_LOST,
  /** The application left the group at run time: the last event of that membership. */
  LEFT,
  /** The application stops: the last event. */
  SHUTDOWN
}
