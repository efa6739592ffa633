package dev.primacy.core.settings;

import dev.primacy.spi.Engine;
import java.util.List;
import java.util.Optional;

/**
 * What reading the configuration came to.
 *
 * @param values the values
 * @param mode what they amount to; meaningless if there are problems
 * @param engine the engine chosen; empty if there is none to choose
 * @param problems everything wrong with them, each one numbered; empty if they can be used
 * @param warnings what is wrong and was told to be let pass
 * @since 0.1
 */
public record Reading(
    SettingValues values,
    Mode mode,
    Optional<Engine> engine,
    List<String> problems,
    List<String> warnings) {

  /** Copies the lists. */
  public Reading {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }
}
