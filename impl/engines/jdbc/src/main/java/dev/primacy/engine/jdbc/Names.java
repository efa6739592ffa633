package dev.primacy.engine.jdbc;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names as they stand in the table: an upper-case letter is a plus sign and its lower-case one.
 *
 * <p>Many databases compare text without regard to case, some by default and some by a setting of
 * the database, so that {@code Orders} and {@code orders} would be one record. Written this way no
 * two names differ by case alone. Names never end in a blank, which some databases do not compare.
 */
final class Names {

  /** The longest name, 63 characters, all of them upper-case letters. */
  static final int MOST_CHARACTERS = 126;

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");
  private static final Pattern STORED = Pattern.compile("(\\+[a-z]|[a-z0-9._-])+");

  private Names() {}

  static String stored(RecordKey key) {
    return stored(key.name());
  }

  static String stored(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name: '" + name + "'");
    }
    if (name.chars().noneMatch(c -> c >= 'A' && c <= 'Z')) {
      return name; // there may be ten thousand, all kept
    }
    StringBuilder text = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        text.append('+').append((char) (c + 'a' - 'A'));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  static String stored(RecordKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Empty for what is no kind or name of ours, and so no record. */
  static Optional<RecordKey> key(String kind, String stored) {
    for (RecordKind known : RecordKind.values()) {
      if (stored(known).equals(kind)) {
        return key(known, stored);
      }
    }
    return Optional.empty();
  }

  /** Empty for what is no name of ours, and so no record. */
  static Optional<RecordKey> key(RecordKind kind, String stored) {
    if (!STORED.matcher(stored).matches()) {
      return Optional.empty();
    }
    String name = stored.indexOf('+') < 0 ? stored : unescaped(stored);
    return NAME.matcher(name).matches() ? Optional.of(new RecordKey(kind, name)) : Optional.empty();
  }

  private static String unescaped(String stored) {
    StringBuilder name = new StringBuilder(stored.length());
    for (int i = 0; i < stored.length(); i++) {
      char c = stored.charAt(i);
      name.append(c == '+' ? (char) (stored.charAt(++i) - 'a' + 'A') : c);
    }
    return name.toString();
  }
}
