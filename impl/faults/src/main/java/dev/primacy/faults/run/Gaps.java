package dev.primacy.faults.run;

import dev.primacy.faults.history.Arrival;
import dev.primacy.faults.history.Episode;
import dev.primacy.faults.history.History;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * What faults did to the writes that the resource stored.
 *
 * @param stored in their order
 */
record Gaps(List<Arrival> stored) {

  static Gaps of(History history) {
    return new Gaps(history.arrivals().stream().filter(Arrival::accepted).toList());
  }

  /** The longest time without one, of those that ended after the fault began. */
  long longest(Episode episode) {
    long longest = 0;
    for (int i = 1; i < stored.size(); i++) {
      long before = stored.get(i - 1).at();
      long after = stored.get(i).at();
      if (after - episode.began() > 0 && !isOver(episode, before)) {
        longest = Math.max(longest, after - before);
      }
    }
    return TimeUnit.NANOSECONDS.toMillis(longest);
  }

  /** From the fault's beginning to the first write of another start of a node; empty if none. */
  OptionalLong takeover(Episode episode) {
    Optional<String> writer =
        stored.stream()
            .filter(write -> write.at() - episode.began() <= 0)
            .reduce((first, second) -> second)
            .map(Arrival::process);
    return stored.stream()
        .filter(write -> write.at() - episode.began() > 0 && !isOver(episode, write.at()))
        .filter(write -> writer.filter(write.process()::equals).isEmpty())
        .mapToLong(write -> TimeUnit.NANOSECONDS.toMillis(write.at() - episode.began()))
        .findFirst();
  }

  private static boolean isOver(Episode episode, long at) {
    return episode.recovered().isPresent() && at - episode.recovered().getAsLong() > 0;
  }
}
