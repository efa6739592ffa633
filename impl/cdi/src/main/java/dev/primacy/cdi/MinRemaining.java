package dev.primacy.cdi;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@link dev.primacy.PrimaryOnly#minRemaining}: {@code 2s} or {@code PT2S}. */
final class MinRemaining {
  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  private MinRemaining() {}

  /** Empty if the text is no duration, or a negative one. */
  static OptionalLong nanos(String text) {
    if (text.isBlank()) {
      return OptionalLong.of(0);
    }
    Matcher matcher = SHORT.matcher(text.strip());
    String iso = matcher.matches() ? iso(matcher.group(1), matcher.group(2)) : text.strip();
    try {
      long nanos = Duration.parse(iso).toNanos();
      return nanos < 0 ? OptionalLong.empty() : OptionalLong.of(nanos);
    } catch (DateTimeException | ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  private static String iso(String amount, String unit) {
    return unit.equals("ms")
        ? Duration.ofMillis(Long.parseLong(amount)).toString()
        : "PT" + amount + unit.toUpperCase(Locale.ROOT);
  }
}
