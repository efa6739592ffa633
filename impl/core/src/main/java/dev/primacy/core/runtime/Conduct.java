package dev.primacy.core.runtime;

import dev.primacy.GroupStanding;
import dev.primacy.NodeRole;
import dev.primacy.control.HaState;
import dev.primacy.event.RoleChangeCause;

/**
 * What the election policy of a group makes of what happens to it on this node. On the lease
 * thread.
 */
interface Conduct {

  /** A standing, and the cause that goes with it. */
  record Verdict(GroupStanding standing, RoleChangeCause cause) {}

  /** Where any node takes the group as soon as it may: nothing is to be decided. */
  Conduct AUTOMATIC =
      new Conduct() {
        @Override
        public Verdict judge(GroupStanding standing, RoleChangeCause cause) {
          return new Verdict(standing, cause);
        }

        @Override
        public HaState state(GroupMembership membership) {
          if (membership.role() == NodeRole.PRIMARY) {
            return HaState.PRIMARY;
          }
          GroupStanding standing = membership.standing();
          boolean follows = standing == GroupStanding.MEMBER || standing == GroupStanding.RELAY;
          return follows ? HaState.SECONDARY : HaState.NONE;
        }
      };

  /** What is shown of what the elector says. */
  Verdict judge(GroupStanding standing, RoleChangeCause cause);

  /** What the node is; any thread. */
  HaState state(GroupMembership membership);

  /** The store granted the group to this node. */
  default void granted() {}

  /** The role, or what was about to become it, is over. */
  default void over(RoleChangeCause cause) {}

  /** This incarnation is dead; the next one knows nothing. */
  default void died() {}

  /** All that happened at once was worked in. */
  default void endOfBatch() {}
}
