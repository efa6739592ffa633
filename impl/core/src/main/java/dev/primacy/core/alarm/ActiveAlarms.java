package dev.primacy.core.alarm;

import dev.primacy.control.Alarm;
import dev.primacy.control.AlarmKind;
import dev.primacy.control.Alarms;
import dev.primacy.core.gate.Clocks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The alarms that are active, and those that were told to be. Whoever tells takes the difference
 * when its turn comes: what was raised and cleared before it could be told is not told at all, so
 * that there are never more changes waiting than alarms, and every clearing told follows a raising
 * that was told. Safe on any thread.
 *
 * @since 0.1
 */
public final class ActiveAlarms implements Alarms, AlarmBoard {

  /**
   * A change to be told.
   *
   * @param alarm the alarm as it was raised
   * @param raised whether it was raised; cleared otherwise
   * @since 0.1
   */
  public record Change(Alarm alarm, boolean raised) {}

  private record Key(AlarmKind kind, String subject) {}

  private final Clocks clocks;
  private final Runnable changed;
  private final Object lock = new Object();

  // guarded by lock
  private final Map<Key, Alarm> active = new LinkedHashMap<>();
  private final Map<Key, Alarm> told = new LinkedHashMap<>();
  private final Set<Key> untold = new LinkedHashSet<>();

  /**
   * Makes an empty list.
   *
   * @param clocks says since when an alarm is active
   * @param changed run when there is something to {@link #take}, once until it was taken
   */
  public ActiveAlarms(Clocks clocks, Runnable changed) {
    this.clocks = clocks;
    this.changed = changed;
  }

  @Override
  public List<Alarm> active() {
    synchronized (lock) {
      return List.copyOf(active.values());
    }
  }

  @Override
  public void raise(AlarmKind kind, String subject, String text) {
    Instant now = Instant.ofEpochMilli(clocks.millis());
    change(new Key(kind, subject), new Alarm(kind, subject, text, now));
  }

  @Override
  public void clear(AlarmKind kind, String subject) {
    change(new Key(kind, subject), null);
  }

  private void change(Key key, @Nullable Alarm next) {
    boolean first;
    synchronized (lock) {
      if (active.containsKey(key) == (next != null)) {
        return;
      }
      if (next == null) {
        active.remove(key);
      } else {
        active.put(key, next);
      }
      first = untold.isEmpty();
      untold.add(key);
    }
    if (first) {
      changed.run();
    }
  }

  /**
   * What is to be told; from now on it counts as told.
   *
   * @return the changes since the last time, in the order in which the alarms changed first
   */
  public List<Change> take() {
    List<Change> changes = new ArrayList<>();
    synchronized (lock) {
      for (Key key : untold) {
        take(key, changes);
      }
      untold.clear();
    }
    return changes;
  }

  /** Guarded by the lock. One that was cleared and raised again is another one. */
  @SuppressWarnings("ReferenceEquality")
  private void take(Key key, List<Change> changes) {
    Alarm before = told.get(key);
    Alarm now = active.get(key);
    if (before == now) {
      return;
    }
    if (before != null) {
      told.remove(key);
      changes.add(new Change(before, false));
    }
    if (now != null) {
      told.put(key, now);
      changes.add(new Change(now, true));
    }
  }
}
