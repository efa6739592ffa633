package dev.primacy.core.runtime;

import dev.primacy.Groups;
import dev.primacy.Membership;
import dev.primacy.core.CoreMessages;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Groups where there is no cluster: each one joined is as the node is, until it is left. */
final class QuietGroups implements Groups {

  /** What a group's coming and going means here; called under the lock, and quick. */
  interface Surroundings {
    /** A group that is as the node is. */
    GroupMembership joined(String group);

    /** Has observers hear that a group was joined, or was there when the node started. */
    void tellJoined(String group);

    /** Closes it for good; observers hear of it if they heard of the group before. */
    void left(GroupMembership membership, boolean told);
  }

  private final Memberships memberships;
  private final boolean useless;
  private final Surroundings surroundings;
  private final Object lock = new Object();

  // guarded by lock
  private final Map<String, GroupMembership> joined = new TreeMap<>();
  private boolean started;
  private boolean closed;

  /**
   * @param useless whether a cluster is configured, and not joined because nobody uses it
   */
  QuietGroups(Memberships memberships, boolean useless, Surroundings surroundings) {
    this.memberships = memberships;
    this.useless = useless;
    this.surroundings = surroundings;
  }

  @Override
  public Membership join(String name) {
    GroupNames.check(name);
    if (useless) {
      throw new IllegalStateException(CoreMessages.MESSAGES.joinedUnstarted(name));
    }
    synchronized (lock) {
      if (closed) {
        throw new IllegalStateException(CoreMessages.MESSAGES.joinedTooLate(name));
      }
      return memberships.find(name).orElseGet(() -> joined.computeIfAbsent(name, this::begin));
    }
  }

  private GroupMembership begin(String name) {
    if (started) {
      surroundings.tellJoined(name);
    }
    return surroundings.joined(name);
  }

  @Override
  public CompletionStage<Void> leave(String name) {
    GroupNames.check(name);
    if (memberships.joinedAtStart().contains(name)) {
      throw new IllegalArgumentException(CoreMessages.MESSAGES.notToBeLeft(name));
    }
    synchronized (lock) {
      GroupMembership left = joined.remove(name);
      if (left != null) {
        surroundings.left(left, started);
      }
    }
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public Optional<Membership> find(String name) {
    synchronized (lock) {
      return closed
          ? Optional.empty()
          : memberships.find(name).or(() -> Optional.ofNullable(joined.get(name))).map(m -> m);
    }
  }

  @Override
  public Set<String> names() {
    synchronized (lock) {
      if (closed) {
        return Set.of();
      }
      Set<String> names = new TreeSet<>(memberships.groups());
      names.addAll(joined.keySet());
      return Collections.unmodifiableSet(names);
    }
  }

  /** From now on observers hear of groups; first of those joined before. */
  void start() {
    synchronized (lock) {
      started = true;
      joined.keySet().forEach(surroundings::tellJoined);
    }
  }

  /** Leaves all. */
  void close() {
    synchronized (lock) {
      closed = true;
      joined.values().forEach(left -> surroundings.left(left, started));
      joined.clear();
    }
  }
}
