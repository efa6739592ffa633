package dev.primacy.core.history;

import dev.primacy.core.settings.SettingValues;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is kept, and where.
 *
 * @param size how many events in memory; 0 for none, anywhere
 * @param archived whether also in the engine's archive
 * @param writeEvery how often it is written to
 * @param keep how long events stay there
 * @param exclude names of types that are not written to it
 * @since 0.1
 */
public record HistorySettings(
    int size, boolean archived, Duration writeEvery, Duration keep, Set<String> exclude) {

  /** Copies the set. */
  public HistorySettings {
    exclude = Set.copyOf(exclude);
  }

  /**
   * Reads them.
   *
   * @param values the settings
   * @return as configured
   */
  public static HistorySettings of(SettingValues values) {
    int size = values.integer("primacy.events.history.size");
    return new HistorySettings(
        size,
        size > 0 && values.text("primacy.events.history.store").equals(Optional.of("archive")),
        values.duration("primacy.events.history.write-every").orElseThrow(),
        values.duration("primacy.events.history.keep").orElseThrow(),
        names(values.text("primacy.events.history.exclude").orElse("")));
  }

  private static Set<String> names(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
