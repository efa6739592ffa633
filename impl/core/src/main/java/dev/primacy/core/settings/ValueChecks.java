package dev.primacy.core.settings;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.spi.SettingType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks each configured value by its row. */
final class ValueChecks {
  private static final String HIDDEN = "(not shown)";

  private final Map<String, String> problems = new LinkedHashMap<>();

  ValueChecks(SettingValues values) {
    Set<String> keys = new TreeSet<>(values.source().keys());
    values.table().rows().stream()
        .map(row -> row.description().key())
        .filter(key -> !key.contains("*"))
        .forEach(keys::add);
    for (String name : Settings.groupNames(values)) {
      keys.add("primacy.groups." + name + ".election");
      keys.add("primacy.groups." + name + ".join");
      keys.add("primacy.groups." + name + ".nominal-role");
    }
    for (String key : keys) {
      Optional<SettingRow> row = values.table().find(key);
      Optional<String> value = values.configured(key);
      if (row.isPresent() && value.isPresent()) {
        problem(row.get(), key, value.get()).ifPresent(problem -> problems.put(key, problem));
      }
    }
  }

  List<String> problems() {
    return List.copyOf(problems.values());
  }

  /** Those that later checks leave alone. */
  Set<String> wrongKeys() {
    return Set.copyOf(problems.keySet());
  }

  /** What is wrong with one value; also that nobody reads it. */
  static Optional<String> problem(SettingsTable table, String key, String value) {
    return table
        .find(key)
        .map(row -> problem(row, key, value))
        .orElseGet(() -> Optional.of(MESSAGES.unreadKey(key)));
  }

  private static Optional<String> problem(SettingRow row, String key, String value) {
    SettingType type = row.description().type();
    if (value.chars().anyMatch(Character::isISOControl)) {
      return Optional.of(MESSAGES.controlCharacters(key));
    }
    if (!SettingText.accepts(type, value)) {
      String shown = type == SettingType.SECRET ? HIDDEN : value;
      return Optional.of(MESSAGES.badValue(key, shown, SettingText.expected(type)));
    }
    return row.bounds().flatMap(bounds -> bounds.problem(key, value));
  }
}
