package dev.primacy.core.settings;

import dev.primacy.core.CoreMessages;
import dev.primacy.watch.DecodeFailureMode;
import dev.primacy.watch.MonitorOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is told now and then.
 *
 * @param heartbeat how often a heartbeat is told; empty for never
 * @param healthCheck how often the parts are looked at; empty for never
 * @param inactivity after how long without an event the store is asked
 * @param decodeFailure what follows when a record cannot be read
 * @since 0.1
 */
public record WatchSettings(
    Optional<Duration> heartbeat,
    Optional<Duration> healthCheck,
    Duration inactivity,
    DecodeFailureMode decodeFailure) {
  private static final Duration LEAST = Duration.ofSeconds(1);

  /**
   * Makes typed settings of values that were checked.
   *
   * @param values the values
   * @return the settings, with what is too often raised to once a second
   */
  public static WatchSettings of(SettingValues values) {
    return new WatchSettings(
        values.duration(WatchRows.HEARTBEAT).map(WatchSettings::raised),
        values.duration(WatchRows.HEALTH_CHECK).map(WatchSettings::raised),
        values.duration(WatchRows.INACTIVITY).orElseThrow(),
        DecodeFailureMode.valueOf(values.text(WatchRows.DECODE_FAILURE).orElseThrow()));
  }

  /**
   * How monitors watch unless it is said.
   *
   * @return the options
   */
  public MonitorOptions monitors() {
    return new MonitorOptions(inactivity, decodeFailure, Optional.empty());
  }

  private static Duration raised(Duration wanted) {
    return wanted.compareTo(LEAST) < 0 ? LEAST : wanted;
  }

  /** What was raised, for the log; values that are no durations are left alone. */
  static List<String> warnings(SettingValues values) {
    return Stream.of(WatchRows.HEARTBEAT, WatchRows.HEALTH_CHECK)
        .flatMap(key -> values.configured(key).flatMap(value -> warning(key, value)).stream())
        .toList();
  }

  private static Optional<String> warning(String key, String value) {
    return SettingText.duration(value)
        .filter(wanted -> wanted.compareTo(LEAST) < 0)
        .map(wanted -> CoreMessages.MESSAGES.tooOften(key, value));
  }
}
