package dev.primacy.cdi;

import dev.primacy.core.settings.SettingText;
import java.util.OptionalLong;

/**
 * Reads the times of {@link dev.primacy.PrimaryOnly}: written like any duration in the settings.
 */
final class GuardTimes {
  private GuardTimes() {}

  /** Empty if the text is no duration, or a negative one. */
  static OptionalLong nanos(String text) {
    if (text.isBlank()) {
      return OptionalLong.of(0);
    }
    try {
      return SettingText.duration(text)
          .filter(duration -> !duration.isNegative())
          .map(duration -> OptionalLong.of(duration.toNanos()))
          .orElse(OptionalLong.empty());
    } catch (ArithmeticException tooLong) {
      return OptionalLong.empty();
    }
  }
}
