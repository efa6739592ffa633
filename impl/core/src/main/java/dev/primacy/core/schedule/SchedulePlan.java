package dev.primacy.core.schedule;

import static java.util.Objects.requireNonNull;

import dev.primacy.MissedFirings;

/**
 * One schedule as it was written down.
 *
 * @param name its name within the group
 * @param group the group whose primary runs it
 * @param timetable when it is due
 * @param missed what becomes of firings that were missed
 * @since 0.1
 */
public record SchedulePlan(String name, String group, Timetable timetable, MissedFirings missed) {

  /** Checks the components. */
  public SchedulePlan {
    requireNonNull(name, "name");
    requireNonNull(group, "group");
    requireNonNull(timetable, "timetable");
    requireNonNull(missed, "missed");
  }
}
