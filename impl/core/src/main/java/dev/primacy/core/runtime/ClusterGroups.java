package dev.primacy.core.runtime;

import dev.primacy.GroupStanding;
import dev.primacy.Groups;
import dev.primacy.Membership;
import dev.primacy.core.CoreMessages;
import dev.primacy.core.settings.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Joins and leaves groups at run time. What is asked for is noted here, on any thread, and carried
 * out by {@link Attendance} on the lease thread. No code of the application runs under the lock.
 */
final class ClusterGroups implements Groups {

  private enum Phase {
    NEW,
    RUNNING,
    CLOSED
  }

  private final Settings settings;
  private final Memberships memberships;
  private final Preconfigured preconfigured;
  private final BiFunction<String, GroupStanding, GroupMembership> views;
  private final Attendance attendance;
  private final Object lock = new Object();

  // guarded by lock
  private final Map<String, Stay> newest = new TreeMap<>();
  private Phase phase = Phase.NEW;

  /**
   * @param views makes views of groups, closed
   */
  ClusterGroups(
      Settings settings,
      Memberships memberships,
      Preconfigured preconfigured,
      BiFunction<String, GroupStanding, GroupMembership> views,
      Attendance attendance) {
    this.settings = settings;
    this.memberships = memberships;
    this.preconfigured = preconfigured;
    this.views = views;
    this.attendance = attendance;
  }

  // ---- what applications ask

  @Override
  public Membership join(String name) {
    GroupNames.check(name);
    synchronized (lock) {
      if (phase == Phase.CLOSED) {
        throw new IllegalStateException(CoreMessages.MESSAGES.joinedTooLate(name));
      }
      if (memberships.joinedAtStart().contains(name)) {
        return memberships.get(name);
      }
      Stay present = newest.get(name);
      return present == null || present.leaving ? begin(name, present).view : present.view;
    }
  }

  /** Guarded by the lock. */
  private Stay begin(String name, @Nullable Stay before) {
    GroupMembership waiting = views.apply(name, GroupStanding.JOINING);
    GroupMembership own = memberships.find(name).orElse(waiting);
    Stay next = new Stay(preconfigured.of(settings, name), own, waiting);
    next.before = before;
    newest.put(name, next);
    if (phase == Phase.RUNNING && before == null) {
      attendance.join(next);
    }
    return next;
  }

  @Override
  public CompletionStage<Void> leave(String name) {
    GroupNames.check(name);
    if (memberships.joinedAtStart().contains(name)) {
      throw new IllegalArgumentException(CoreMessages.MESSAGES.notToBeLeft(name));
    }
    synchronized (lock) {
      Stay present = newest.get(name);
      if (present == null || phase == Phase.CLOSED) {
        return CompletableFuture.completedFuture(null);
      }
      return leave(present).left.minimalCompletionStage();
    }
  }

  /** Guarded by the lock; returns the stay whose end is waited for. */
  private Stay leave(Stay present) {
    Stay before = present.before;
    if (before != null) {
      newest.put(present.name(), before);
      unbegun(present);
      return before;
    }
    if (phase == Phase.NEW) {
      newest.remove(present.name());
      unbegun(present);
    } else if (!present.leaving) {
      present.leaving = true;
      attendance.leave(present, this::over);
    }
    return present;
  }

  private void unbegun(Stay stay) {
    stay.view.show(views.apply(stay.name(), GroupStanding.LEFT));
    stay.left.complete(null);
  }

  @Override
  public Optional<Membership> find(String name) {
    synchronized (lock) {
      if (phase == Phase.CLOSED) {
        return Optional.empty();
      }
      if (memberships.joinedAtStart().contains(name)) {
        return Optional.of(memberships.get(name));
      }
      return Optional.ofNullable(newest.get(name)).filter(stay -> !stay.leaving).map(s -> s.view);
    }
  }

  @Override
  public Set<String> names() {
    synchronized (lock) {
      if (phase == Phase.CLOSED) {
        return Set.of();
      }
      Set<String> names = new TreeSet<>(memberships.joinedAtStart());
      newest.values().stream().filter(stay -> !stay.leaving).forEach(s -> names.add(s.name()));
      return Collections.unmodifiableSet(names);
    }
  }

  // ---- what the runtime tells

  /** The runtime was started: what was joined before is joined now. */
  void started() {
    synchronized (lock) {
      phase = Phase.RUNNING;
      newest.values().forEach(attendance::join);
    }
  }

  /** A stay is over, and its last event told: the next one may begin. On the lease thread. */
  void over(Stay stay) {
    synchronized (lock) {
      Stay next = newest.get(stay.name());
      if (next == stay) {
        newest.remove(stay.name());
      } else if (next != null) {
        next.before = null;
        attendance.join(next);
      }
    }
  }

  /** Nothing is joined or left any more. */
  void close() {
    synchronized (lock) {
      phase = Phase.CLOSED;
    }
  }

  /** Every group was left, as far as it was joined. */
  void closed() {
    List<Stay> stays;
    synchronized (lock) {
      stays = new ArrayList<>(newest.values());
      newest.clear();
    }
    for (Stay stay : stays) {
      unbegun(stay);
      Stay before = stay.before;
      if (before != null) {
        unbegun(before);
      }
    }
  }
}
