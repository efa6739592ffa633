package dev.primacy.core.settings;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the row of a key. Every start asks for each key there is, and more than once. */
final class KeyIndex {
  private final Map<String, SettingRow> byKey = new HashMap<>();
  private final Map<Pattern, SettingRow> byPattern = new LinkedHashMap<>();

  KeyIndex(List<SettingRow> rows) {
    for (SettingRow row : rows) {
      String key = row.description().key();
      if (key.contains("*")) {
        byPattern.put(pattern(key), row);
      } else {
        byKey.put(key, row);
      }
    }
  }

  /** A star stands for one name; as the last segment, for a name that may contain dots. */
  private static Pattern pattern(String key) {
    return Pattern.compile(Pattern.quote(key).replace("*", "\\E.+\\Q"));
  }

  Optional<SettingRow> find(String key) {
    SettingRow whole = byKey.get(key);
    return whole == null ? amongPatterns(key) : Optional.of(whole);
  }

  private Optional<SettingRow> amongPatterns(String key) {
    return byPattern.entrySet().stream()
        .filter(each -> each.getKey().matcher(key).matches())
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
