package dev.primacy.core.monitor;

import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.GroupState;
import dev.primacy.event.GroupAltered.Alteration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes changes of looks at a group's record. Looks may be left out: a group that was removed and
 * created between two of them has another scope, and so is told to have gone. One thread at a time.
 *
 * @since 0.1
 */
public final class GroupHistory {

  /** The last one that could be read, while the group is there. */
  private @Nullable GroupRecord last;

  /** Whether it was told that it is gone, and it has not been seen again. */
  private boolean gone;

  private boolean unreadable;

  /** Begins with a group nobody has looked at. */
  public GroupHistory() {}

  /**
   * Takes one look.
   *
   * @param sighting what the store showed
   * @return what changed since the look before, in order; nothing at the first one, unless it shows
   *     that the group was dropped
   */
  public List<GroupChange> see(GroupSighting sighting) {
    List<GroupChange> changes = new ArrayList<>();
    if (sighting instanceof GroupSighting.Present present) {
      unreadable = false;
      present(present.record(), changes);
    } else if (sighting instanceof GroupSighting.Unreadable found) {
      unreadable(found.why(), changes);
    } else {
      absent(changes);
    }
    return changes;
  }

  private void present(GroupRecord record, List<GroupChange> changes) {
    if (record.state() == GroupState.DROPPED) {
      drop(changes);
      return;
    }
    GroupRecord before = last;
    if (before != null && !before.scope().equals(record.scope())) {
      drop(changes);
    }
    if (!gone && before != null) {
      compare(before, record, changes);
    }
    gone = false;
    last = record;
  }

  private static void compare(GroupRecord before, GroupRecord now, List<GroupChange> changes) {
    if (!before.policy().equals(now.policy()) || !before.fingerprint().equals(now.fingerprint())) {
      changes.add(
          new GroupChange.Altered(
              Alteration.SETTINGS,
              "its nodes have to share '"
                  + now.fingerprint()
                  + "' now, before '"
                  + before.fingerprint()
                  + "'"));
    }
    if (before.frozen() != now.frozen()) {
      changes.add(
          new GroupChange.Altered(
              Alteration.FROZEN,
              now.frozen() ? "nobody may take it any more: it is frozen" : "it is frozen no more"));
    }
  }

  private void unreadable(String why, List<GroupChange> changes) {
    if (!unreadable) {
      unreadable = true;
      changes.add(new GroupChange.Altered(Alteration.FORMAT, "its record cannot be read: " + why));
    }
  }

  private void absent(List<GroupChange> changes) {
    if (last != null || unreadable) {
      unreadable = false;
      drop(changes);
    }
  }

  private void drop(List<GroupChange> changes) {
    last = null;
    if (!gone) {
      gone = true;
      changes.add(new GroupChange.Dropped());
    }
  }
}
