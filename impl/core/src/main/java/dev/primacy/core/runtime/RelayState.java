package dev.primacy.core.runtime;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether other nodes may follow the cluster through this one. Two say so, and neither knows the
 * other: whoever carries commands out marks the groups in which this node is a relay, and whoever
 * answers followers says that it is there to do so. Safe on any thread; nothing blocks.
 *
 * @since 0.1
 */
public final class RelayState {
  private final Set<String> groups = ConcurrentHashMap.newKeySet();

  // written by whoever serves, at start and stop
  private volatile boolean served;

  /** A node that is no relay, with nothing to be one by. */
  public RelayState() {}

  /**
   * Makes this node a relay in a group, or not any more. It stops being one in every group it does
   * not follow as a secondary any more.
   *
   * @param group the group's name
   * @param relay whether it is
   */
  public void relay(String group, boolean relay) {
    if (relay) {
      groups.add(group);
    } else {
      groups.remove(group);
    }
  }

  /**
   * Whether this node is a relay in a group.
   *
   * @param group the group's name
   * @return true from its command on until it is something else
   */
  public boolean relays(String group) {
    return groups.contains(group);
  }

  /**
   * Whether this node is a relay in any group.
   *
   * @return what decides whether followers are let in
   */
  public boolean isRelay() {
    return !groups.isEmpty();
  }

  /**
   * Says whether something answers followers.
   *
   * @param now whether it does from now on
   */
  public void serve(boolean now) {
    served = now;
  }

  /**
   * Whether something answers followers: without it, being a relay would be of no use to anybody.
   *
   * @return false unless it was said
   */
  public boolean isServed() {
    return served;
  }
}
