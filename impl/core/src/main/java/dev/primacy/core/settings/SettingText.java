package dev.primacy.core.settings;

import dev.primacy.spi.SettingType;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How settings are written: durations, names, lists.
 *
 * @since 0.1
 */
public final class SettingText {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");
  private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,12})\\s*(ms|s|m|h|d)");
  private static final Pattern ADDRESS =
      Pattern.compile("(?:\\[[0-9A-Fa-f:.%a-z]+]|[A-Za-z0-9._-]+):(\\d{1,5})");
  private static final int SHOWN = 80;

  /** Ends a line, or has what follows shown elsewhere or in another order. */
  private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private static final int LARGEST_PORT = 65_535;

  private SettingText() {}

  /**
   * Reads a duration.
   *
   * @param text {@code 500ms}, {@code 10s}, {@code 2m}, {@code 1h}, {@code 7d} or ISO 8601
   * @return empty if it is none
   */
  public static Optional<Duration> duration(String text) {
    Matcher matcher = SHORT_DURATION.matcher(text.trim());
    try {
      return Optional.of(
          matcher.matches()
              ? of(Long.parseLong(matcher.group(1)), matcher.group(2))
              : Duration.parse(text.trim()));
    } catch (DateTimeParseException | ArithmeticException notOne) {
      return Optional.empty();
    }
  }

  private static Duration of(long amount, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  /**
   * Writes a duration the way people do.
   *
   * @param duration any
   * @return for example {@code 10s} or {@code 1500ms}
   */
  public static String show(Duration duration) {
    if (duration.toMillisPart() != 0) {
      return duration.toMillis() + "ms";
    }
    long seconds = duration.toSeconds();
    if (seconds != 0 && seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds != 0 && seconds % 3_600 == 0) {
      return seconds / 3_600 + "h";
    }
    return seconds != 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  /**
   * Any text, made fit for a line of a log.
   *
   * @param text from wherever
   * @return on one line, without control characters, and not long
   */
  public static String fit(String text) {
    String shown = UNFIT.matcher(text).replaceAll("?");
    return shown.length() > SHOWN ? shown.substring(0, SHOWN) + "..." : shown;
  }

  /**
   * Splits a list.
   *
   * @param text values separated by commas
   * @return the values without surrounding blanks; empty ones are kept
   */
  public static List<String> list(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::trim).toList();
  }

  /**
   * Whether a text is a name.
   *
   * @param text any
   * @return true if it can name a node, a group or a cluster
   */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  static boolean accepts(SettingType type, String value) {
    return switch (type) {
      case TEXT, SECRET -> true;
      case NAME -> isName(value);
      case NAMES -> list(value).stream().allMatch(SettingText::isName);
      case INTEGER -> value.matches("[+-]?\\d{1,9}");
      case DECIMAL -> value.matches("[+-]?\\d{1,12}(\\.\\d{1,12})?");
      case BOOLEAN -> value.equals("true") || value.equals("false");
      case DURATION -> duration(value).filter(d -> !d.isNegative()).isPresent();
      case URL -> isUrl(value);
      case DIRECTORY -> isPath(value);
      case ADDRESSES -> list(value).stream().allMatch(SettingText::isAddress);
    };
  }

  static String expected(SettingType type) {
    return switch (type) {
      case TEXT, SECRET -> "a text";
      case NAME ->
          "a name: 1 to 63 of A-Z a-z 0-9 . _ - that begin and end with a letter or a digit";
      case NAMES ->
          "a comma-separated list of names: 1 to 63 of A-Z a-z 0-9 . _ - that begin and end with a"
              + " letter or a digit";
      case INTEGER -> "a whole number";
      case DECIMAL -> "a decimal number such as 0.01";
      case BOOLEAN -> "true or false";
      case DURATION -> "a duration such as 500ms, 10s, 2m or PT10S";
      case URL -> "an absolute http or https address without user information";
      case DIRECTORY -> "a directory's path";
      case ADDRESSES -> "a comma-separated list of host:port";
    };
  }

  private static boolean isUrl(String value) {
    try {
      URI uri = new URI(value);
      return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException notOne) {
      return false;
    }
  }

  private static boolean isPath(String value) {
    try {
      return !Path.of(value).toString().isEmpty();
    } catch (InvalidPathException notOne) {
      return false;
    }
  }

  private static boolean isAddress(String value) {
    Matcher matcher = ADDRESS.matcher(value);
    if (!matcher.matches()) {
      return false;
    }
    int port = Integer.parseInt(matcher.group(1));
    return port >= 1 && port <= LARGEST_PORT;
  }
}
