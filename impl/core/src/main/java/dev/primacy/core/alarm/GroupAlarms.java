package dev.primacy.core.alarm;

import dev.primacy.control.AlarmKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides what is wrong with the groups a node takes part in, from what that node sees. Keeps
 * something only for groups that are not as they should be, since there may be ten thousand. One
 * thread at a time; all times are of one monotonic clock.
 *
 * <ul>
 *   <li>{@link AlarmKind#HA_PRIMARY_DOWN}: no live primary is seen for longer than a failover takes
 *       at most. Cleared when one is seen.
 *   <li>{@link AlarmKind#HA_SECONDARY_DOWN}: a node of a group that is held here went without
 *       saying so. Cleared when a node of that name takes part in the group again, and when the
 *       group is not held here any more: then another node watches.
 *   <li>{@link AlarmKind#CONFLICTING_PRIMARIES}: the store contradicted what was known. Nobody can
 *       tell a machine that the cause was looked into, so it is cleared when the group has had one
 *       and the same primary, undisputed, for the settling time.
 * </ul>
 *
 * @since 0.1
 */
public final class GroupAlarms {
  /** Of secondaries that are gone: whoever comes and goes under ever new names never comes back. */
  private static final int MOST_GONE = 4096;

  private record Missing(long since, String how) {}

  private final AlarmBoard board;
  private final long failoverNanos;
  private final long settlingNanos;
  private final Map<String, Missing> missing = new LinkedHashMap<>();
  private final Map<String, Long> disputed = new HashMap<>();
  private final Set<String> held = new LinkedHashSet<>();

  /** Names by group, the group that lost one first comes first. */
  private final Map<String, Set<String>> gone = new LinkedHashMap<>();

  private int goneCount;

  /**
   * Begins with no group.
   *
   * @param board where alarms go
   * @param failover how long a group is without a primary at most when all is well
   * @param settling how long one primary has to go undisputed until a conflict is over
   */
  public GroupAlarms(AlarmBoard board, Duration failover, Duration settling) {
    this.board = board;
    this.failoverNanos = failover.toNanos();
    this.settlingNanos = settling.toNanos();
  }

  /**
   * A group is taken part in, in which there is to be a primary by itself.
   *
   * @param group the group
   * @param now now
   */
  public void joined(String group, long now) {
    missing.putIfAbsent(group, new Missing(now, "none was seen since this node joined"));
  }

  /**
   * A group is taken part in no more.
   *
   * @param group the group
   */
  public void left(String group) {
    missing.remove(group);
    board.clear(AlarmKind.HA_PRIMARY_DOWN, group);
    disputed.remove(group);
    board.clear(AlarmKind.CONFLICTING_PRIMARIES, group);
    heldNoMore(group);
  }

  /**
   * A live primary is seen, this node or another.
   *
   * @param group the group
   * @param now now
   */
  public void primary(String group, long now) {
    missing.remove(group);
    board.clear(AlarmKind.HA_PRIMARY_DOWN, group);
    disputed.computeIfPresent(group, (g, before) -> now);
  }

  /**
   * The group has no live primary any more.
   *
   * @param group the group
   * @param how how it went, to stand after "no primary: "
   * @param now now
   */
  public void noPrimary(String group, String how, long now) {
    missing.putIfAbsent(group, new Missing(now, how));
    disputed.computeIfPresent(group, (g, before) -> now);
  }

  /**
   * This node is the group's primary.
   *
   * @param group the group
   */
  public void held(String group) {
    held.add(group);
  }

  /**
   * This node is the group's primary no more.
   *
   * @param group the group
   */
  public void heldNoMore(String group) {
    held.remove(group);
    Set<String> names = gone.remove(group);
    if (names != null) {
      goneCount -= names.size();
      names.forEach(name -> board.clear(AlarmKind.HA_SECONDARY_DOWN, subject(group, name)));
    }
  }

  /** This node is nobody's primary any more. */
  public void nothingHeld() {
    List.copyOf(held).forEach(this::heldNoMore);
  }

  /**
   * A node that took part in a group went without saying so.
   *
   * @param group the group
   * @param name the node's name
   * @param how how it went, to stand after its name
   */
  public void nodeGone(String group, String name, String how) {
    if (held.contains(group) && gone.computeIfAbsent(group, g -> new LinkedHashSet<>()).add(name)) {
      goneCount++;
      board.raise(
          AlarmKind.HA_SECONDARY_DOWN,
          subject(group, name),
          "node " + name + " of group " + group + " " + how);
      if (goneCount > MOST_GONE) {
        forgetEldest();
      }
    }
  }

  private void forgetEldest() {
    Map.Entry<String, Set<String>> eldest = gone.entrySet().iterator().next();
    nodeSeen(eldest.getKey(), eldest.getValue().iterator().next());
  }

  /**
   * A live node takes part in a group.
   *
   * @param group the group
   * @param name the node's name
   */
  public void nodeSeen(String group, String name) {
    Set<String> names = gone.get(group);
    if (names != null && names.remove(name)) {
      goneCount--;
      if (names.isEmpty()) {
        gone.remove(group);
      }
      board.clear(AlarmKind.HA_SECONDARY_DOWN, subject(group, name));
    }
  }

  /**
   * Whether {@link #nodeSeen} could do anything.
   *
   * @return true if a node is missed somewhere
   */
  public boolean missesNodes() {
    return !gone.isEmpty();
  }

  private static String subject(String group, String name) {
    return group + "/" + name;
  }

  /**
   * The store shows a claim that contradicts what was known.
   *
   * @param group the group
   * @param text one sentence for people
   * @param now now
   */
  public void contested(String group, String text, long now) {
    disputed.put(group, now);
    board.raise(AlarmKind.CONFLICTING_PRIMARIES, group, text);
  }

  /**
   * Time has come, or may have.
   *
   * @param now now
   */
  public void look(long now) {
    missing.forEach(
        (group, since) -> {
          if (now - since.since() >= failoverNanos) {
            board.raise(
                AlarmKind.HA_PRIMARY_DOWN,
                group,
                "group " + group + " has no primary: " + since.how());
          }
        });
    Iterator<Map.Entry<String, Long>> disputes = disputed.entrySet().iterator();
    while (disputes.hasNext()) {
      Map.Entry<String, Long> dispute = disputes.next();
      if (!missing.containsKey(dispute.getKey()) && now - dispute.getValue() >= settlingNanos) {
        disputes.remove();
        board.clear(AlarmKind.CONFLICTING_PRIMARIES, dispute.getKey());
      }
    }
  }
}
