package dev.primacy;

/**
 * Why a guarded call was refused.
 *
 * @since 0.1
 */
public enum RefusalReason {
  /** Another node is the primary. */
  NOT_PRIMARY,

  /** No node is the primary. */
  NO_PRIMARY,

  /** This node held the role, but its lease has ended or ends too soon for the call. */
  LEASE_EXPIRED,

  /** The group is read-only for now. */
  READ_ONLY,

  /** This node does not know yet, or no longer, who the primary is. */
  UNDECIDED
}
