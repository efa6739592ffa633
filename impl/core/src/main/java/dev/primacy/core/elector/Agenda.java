package dev.primacy.core.elector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The groups this node takes part in, and which of them an input has to look at: those it is about,
 * those whose time has come, or, if something changed that all depend on, all. With ten thousand
 * groups an input about one costs as much as with one.
 */
final class Agenda {

  private static final Comparator<Joined> IN_ORDER = Comparator.comparingInt(j -> j.number);

  /** Nobody waits that long. */
  private static final long FAR = Duration.ofDays(1).toNanos();

  private final Map<String, Joined> groups = new LinkedHashMap<>();
  private final TreeSet<Joined> touched = new TreeSet<>(IN_ORDER);
  private final TreeSet<Joined> waiting = new TreeSet<>(Agenda::compareDue);
  private final Map<UUID, Integer> holders = new HashMap<>();

  /** To be taken as soon as others are: those this node is preferred for, and the rest. */
  private final Set<Joined> preferred = new LinkedHashSet<>();

  private final Set<Joined> others = new LinkedHashSet<>();
  private boolean all;
  private int everAdded;

  /** No token's wall deadline is earlier; all are looked at when it is reached. */
  private long wallFloor = Long.MAX_VALUE;

  private static int compareDue(Joined one, Joined other) {
    long apart = dueOf(one) - dueOf(other);
    return apart != 0 ? Long.signum(apart) : IN_ORDER.compare(one, other);
  }

  private static long dueOf(Joined joined) {
    Long due = joined.due;
    if (due == null) {
      throw new IllegalStateException(joined.track.name + " does not wait");
    }
    return due;
  }

  Collection<Joined> groups() {
    return groups.values();
  }

  @Nullable Joined get(String group) {
    return groups.get(group);
  }

  /** A number nobody else has or had. */
  int nextNumber() {
    return everAdded++;
  }

  void add(Joined joined) {
    groups.put(joined.track.name, joined);
    touched.add(joined);
  }

  /** Nothing will be about this group any more. */
  void remove(Joined joined) {
    groups.remove(joined.track.name);
    touched.remove(joined);
    preferred.remove(joined);
    others.remove(joined);
    if (joined.due != null) {
      waiting.remove(joined);
    }
    joined.holder.ifPresent(this::uncount);
  }

  /** An input is about this group. */
  void touch(Joined joined) {
    touched.add(joined);
  }

  /** Something changed that all groups depend on. */
  void touchAll() {
    all = true;
  }

  /** Whether an incarnation holds a group. */
  boolean isHolder(UUID incarnation) {
    return holders.containsKey(incarnation);
  }

  /**
   * The groups to look at now, in the order of joining; they have to be {@link #settled} then.
   *
   * @param writes how many groups are being written
   */
  Collection<Joined> take(ClockReading now, int writes) {
    if (all || now.millis() >= wallFloor) {
      return takeAll();
    }
    while (!waiting.isEmpty() && now.nanos() - dueOf(waiting.first()) >= 0) {
      Joined first = waiting.first();
      waiting.remove(first);
      first.due = null;
      touched.add(first);
    }
    touchCrowded(preferred, Acquisition.roomFor(true) - writes);
    if (preferred.isEmpty()) {
      touchCrowded(others, Acquisition.roomFor(false) - writes);
    }
    List<Joined> taken = new ArrayList<>(touched);
    touched.clear();
    return taken;
  }

  private Collection<Joined> takeAll() {
    all = false;
    touched.clear();
    waiting.clear();
    preferred.clear();
    others.clear();
    groups.values().forEach(joined -> joined.due = null);
    wallFloor = Long.MAX_VALUE;
    return groups.values();
  }

  private void touchCrowded(Set<Joined> crowd, int room) {
    Iterator<Joined> first = crowd.iterator();
    for (int left = room; left > 0 && first.hasNext(); left--) {
      touched.add(first.next());
      first.remove();
    }
  }

  /** A group was looked at, and waits for its time again. */
  void settled(Joined joined, ClockReading now) {
    if (joined.acquisition.isCrowded()) {
      (joined.acquisition.isPreferred() ? preferred : others).add(joined);
    }
    if (joined.due != null) {
      waiting.remove(joined);
    }
    long wakeUp = joined.wakeUp(now.nanos() + FAR);
    joined.due = wakeUp == now.nanos() + FAR ? null : wakeUp;
    if (joined.due != null) {
      waiting.add(joined);
    }
    wallFloor = Math.min(wallFloor, joined.track.validUntilMillis());
  }

  /** Counts who holds it now. */
  void count(Joined joined) {
    Optional<UUID> holder = joined.track.holder();
    if (!holder.equals(joined.holder)) {
      joined.holder.ifPresent(this::uncount);
      holder.ifPresent(next -> holders.merge(next, 1, Integer::sum));
      joined.holder = holder;
    }
  }

  private void uncount(UUID holder) {
    holders.computeIfPresent(holder, (h, n) -> n == 1 ? null : n - 1);
  }

  long nextWakeUp(long latest) {
    return waiting.isEmpty() ? latest : Nanos.earlier(latest, dueOf(waiting.first()));
  }
}
