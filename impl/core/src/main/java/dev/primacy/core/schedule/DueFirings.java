package dev.primacy.core.schedule;

import dev.primacy.MissedFirings;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of the firings that are due is to be started, by the policy for missed ones.
 *
 * @param timetable when firings are due
 * @param missed the policy
 */
record DueFirings(Timetable timetable, MissedFirings missed) {

  /** The most missed firings that are run one by one. */
  static final int MOST = 100;

  /** So many steps are tried before the latest firing is searched for. */
  private static final int STEPS = 4;

  /**
   * What to do now.
   *
   * @param firing the one to start; null if all that are due are passed over
   * @param late whether it was missed
   * @param passedFrom the first one that is passed over; null if none is
   * @param upTo the last one that is settled by this
   */
  record Choice(
      @Nullable Instant firing, boolean late, @Nullable Instant passedFrom, Instant upTo) {}

  /**
   * The choice between all that are due.
   *
   * @param upTo what is settled already
   * @param busyUntil until when this node could not have started one: what fell due by then was
   *     missed
   * @param now the time
   * @return empty if none is due
   */
  Optional<Choice> choose(Instant upTo, Instant busyUntil, Instant now) {
    Optional<Instant> due = timetable.next(upTo).filter(next -> !next.isAfter(now));
    if (due.isEmpty()) {
      return Optional.empty();
    }
    Instant first = due.get();
    Instant last = latest(first, now);
    boolean lastMissed = !last.isAfter(busyUntil);
    if (missed == MissedFirings.SKIP && lastMissed) {
      return Optional.of(new Choice(null, false, first, last));
    }
    Instant chosen = missed == MissedFirings.ALL ? oldest(first, last) : last;
    boolean late = !chosen.isAfter(busyUntil) || chosen.isBefore(last);
    return Optional.of(new Choice(chosen, late, chosen.equals(first) ? null : first, chosen));
  }

  /** The last firing that is due, which there is one of: the first, or a later one. */
  private Instant latest(Instant first, Instant now) {
    Instant found = first;
    for (int i = 0; i < STEPS; i++) {
      Optional<Instant> next = next(found, now);
      if (next.isEmpty()) {
        return found;
      }
      found = next.get();
    }
    return search(found, now);
  }

  /** By halving: a timetable knows only what comes next, and there may be millions. */
  private Instant search(Instant known, Instant now) {
    long low = known.toEpochMilli() - 1;
    long high = now.toEpochMilli();
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (next(Instant.ofEpochMilli(middle), now).isPresent()) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return next(Instant.ofEpochMilli(low), now).orElse(known);
  }

  private Optional<Instant> next(Instant after, Instant now) {
    return timetable.next(after).filter(next -> !next.isAfter(now));
  }

  /** The first, unless there are too many; then the first of the latest ones. */
  private Instant oldest(Instant first, Instant last) {
    Instant at = first;
    for (int i = 1; i < MOST && at.isBefore(last); i++) {
      at = timetable.next(at).orElse(last);
    }
    if (!at.isBefore(last)) {
      return first;
    }
    Instant oldest = last;
    for (int i = 1; i < MOST; i++) {
      oldest = search(first, oldest.minusMillis(1));
    }
    return oldest;
  }
}
