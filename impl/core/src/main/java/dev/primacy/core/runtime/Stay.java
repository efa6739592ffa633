package dev.primacy.core.runtime;

import dev.primacy.Membership;
import dev.primacy.core.settings.GroupSettings;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One stay in a group that is joined at run time, from joining it to having left it. */
final class Stay {
  final GroupSettings group;

  /** The group's: of this stay alone, or, if the group is configured, of one stay after another. */
  final GroupMembership membership;

  final StayView view;
  final CompletableFuture<Void> left = new CompletableFuture<>();

  /** The stay that has to be over before; guarded by the lock of {@link ClusterGroups}. */
  @Nullable Stay before;

  /** It is, or will be, over; guarded by the same. */
  boolean leaving;

  /**
   * Makes a stay that has not begun.
   *
   * @param membership the group's
   * @param shown until it begins
   */
  Stay(GroupSettings group, GroupMembership membership, Membership shown) {
    this.group = group;
    this.membership = membership;
    this.view = new StayView(shown);
  }

  String name() {
    return group.name();
  }
}
