package dev.primacy.core.settings;

import dev.primacy.core.CoreMessages;
import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.SettingType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A row of the settings table: the description and what its value has to satisfy beyond its type.
 *
 * @param description key, type, default, text
 * @param bounds what the value has to satisfy; empty for nothing more than its type
 * @since 0.1
 */
public record SettingRow(SettingDescription description, Optional<Bounds> bounds) {

  /**
   * What a well-formed value has to satisfy.
   *
   * @since 0.1
   */
  public interface Bounds {

    /**
     * Checks a value.
     *
     * @param key its key, for the message
     * @param value a value its type accepts
     * @return the numbered message; empty if all is well
     */
    Optional<String> problem(String key, String value);

    /**
     * The bounds for the reference page.
     *
     * @return a few words
     */
    String text();
  }

  /**
   * A row bounded by its type alone.
   *
   * @param description the description
   * @return the row
   */
  public static SettingRow of(SettingDescription description) {
    return new SettingRow(description, Optional.empty());
  }

  static SettingRow of(String key, SettingType type, String defaultValue, String text) {
    return of(
        new SettingDescription(
            key, type, Optional.of(defaultValue).filter(d -> !d.isEmpty()), text));
  }

  SettingRow oneOf(String... choices) {
    List<String> all = List.copyOf(Arrays.asList(choices));
    return with(new Choice(all));
  }

  SettingRow between(Duration least, Duration most) {
    return with(new DurationRange(least, most));
  }

  SettingRow between(double least, double most) {
    return with(new NumberRange(least, most));
  }

  SettingRow satisfying(Bounds others) {
    return with(others);
  }

  private SettingRow with(Bounds next) {
    return new SettingRow(description, Optional.of(next));
  }

  private record Choice(List<String> choices) implements Bounds {
    @Override
    public Optional<String> problem(String key, String value) {
      return choices.contains(value)
          ? Optional.empty()
          : Optional.of(CoreMessages.MESSAGES.notAChoice(key, value, String.join(", ", choices)));
    }

    @Override
    public String text() {
      return String.join(" \\| ", choices);
    }
  }

  private record DurationRange(Duration least, Duration most) implements Bounds {
    @Override
    public Optional<String> problem(String key, String value) {
      Duration duration = SettingText.duration(value).orElseThrow();
      boolean inside = duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0;
      return inside
          ? Optional.empty()
          : Optional.of(CoreMessages.MESSAGES.outOfBounds(key, value, text()));
    }

    @Override
    public String text() {
      return SettingText.show(least) + " to " + SettingText.show(most);
    }
  }

  private record NumberRange(double least, double most) implements Bounds {
    @Override
    public Optional<String> problem(String key, String value) {
      double number = Double.parseDouble(value);
      return number >= least && number <= most
          ? Optional.empty()
          : Optional.of(CoreMessages.MESSAGES.outOfBounds(key, value, text()));
    }

    @Override
    public String text() {
      return show(least) + " to " + show(most);
    }

    private static String show(double number) {
      return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
  }
}
