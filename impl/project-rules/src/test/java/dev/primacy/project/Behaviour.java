package dev.primacy.project;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One thing that an older system did.
 *
 * @param id its number, which tests carry in their display names
 * @param was what it was
 * @param here what it is here; empty for a scenario, whose words say it
 * @param shownBy a page from the project's root, {@code open}, or empty: tests show it
 */
record Behaviour(String id, String was, String here, String shownBy) {
  private static final Pattern ID = Pattern.compile("(?<!\\w)(?:S|AT-)\\d+\\.\\d+(?!\\d)");
  private static final Pattern RANGE =
      Pattern.compile(ID.pattern() + "\\s*(?:-|–|\\.\\.|\\bto\\b)\\s*(?:S|AT-)?\\d");
  private static final String OPEN = "open";

  /** Reads {@code id | was | here | shown by}, or for a scenario {@code id | was | shown by}. */
  static Behaviour parse(String line) {
    String[] cells = line.split("\\s*\\|\\s*", -1);
    return cells.length == 3
        ? new Behaviour(cells[0], cells[1], "", cells[2])
        : new Behaviour(cells[0], cells[1], cells[2], cells[3]);
  }

  boolean isScenario() {
    return id.startsWith("AT-");
  }

  /** Whether it is known that nothing shows it yet. */
  boolean isOpen() {
    return shownBy.equals(OPEN);
  }

  /** The page that shows it, if one does. */
  Optional<String> page() {
    return shownBy.isEmpty() || isOpen() ? Optional.empty() : Optional.of(shownBy);
  }

  /** The numbers that a display name carries. */
  static Set<String> idsIn(String displayName) {
    return ID.matcher(displayName)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toSet());
  }

  /** Whether a display name means numbers that it does not spell out. */
  static boolean hasRange(String displayName) {
    return RANGE.matcher(displayName).find();
  }
}
