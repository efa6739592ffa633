package dev.primacy.faults.check;

import dev.primacy.faults.history.Episode;
import dev.primacy.faults.history.History;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Safety alone is easy: a group that never has a primary has it. */
final class PrimaryReturnsInTime implements Rule {

  @Override
  public String name() {
    return "the group has one primary that writes within the bound after the fault has healed";
  }

  @Override
  public List<String> breaches(History history) {
    return history.episodes().stream()
        .filter(episode -> !inTime(episode))
        .map(
            episode ->
                "%s: not within %d ms"
                    .formatted(episode.fault(), TimeUnit.NANOSECONDS.toMillis(episode.bound())))
        .toList();
  }

  private static boolean inTime(Episode episode) {
    return episode.recovered().isPresent()
        && episode.recovered().getAsLong() - episode.healed() <= episode.bound();
  }
}
