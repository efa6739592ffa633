package dev.primacy.watch;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link ClusterMonitor} watches. {@link #toMap} and {@link #of(Map)} are each other's
 * inverse.
 *
 * @param inactivityTimeout after how long without news the store is asked whether that is so; more
 *     than zero, {@code PT20M} unless set
 * @param decodeFailureMode what follows when a record cannot be decoded; SKIP unless set
 * @param reconnectWithin after how long without an answer of the store watching ends; empty for
 *     never
 * @since 0.1
 */
public record MonitorOptions(
    Duration inactivityTimeout,
    DecodeFailureMode decodeFailureMode,
    Optional<Duration> reconnectWithin) {

  /** What is taken for {@link #inactivityTimeout} unless something is set. */
  public static final Duration INACTIVITY_TIMEOUT = Duration.ofMinutes(20);

  /** What is taken unless something is set. */
  public static final MonitorOptions DEFAULT =
      new MonitorOptions(INACTIVITY_TIMEOUT, DecodeFailureMode.SKIP, Optional.empty());

  private static final String INACTIVITY = "inactivity-timeout";
  private static final String DECODE = "decode-failure-mode";
  private static final String RECONNECT = "reconnect-within";

  /** Checks the components. */
  public MonitorOptions {
    positive(INACTIVITY, inactivityTimeout);
    requireNonNull(decodeFailureMode, "decodeFailureMode");
    requireNonNull(reconnectWithin, "reconnectWithin").ifPresent(time -> positive(RECONNECT, time));
  }

  private static void positive(String name, Duration time) {
    if (requireNonNull(time, name).isZero() || time.isNegative()) {
      throw new IllegalArgumentException(name + " has to be more than zero: " + time);
    }
  }

  /**
   * Options of text.
   *
   * @param texts durations in ISO 8601, such as {@code PT20M}; what is missing is as in {@link
   *     #DEFAULT}
   * @return the options
   * @throws IllegalArgumentException if a key is unknown or a value is none; the message names it
   */
  public static MonitorOptions of(Map<String, String> texts) {
    for (String key : texts.keySet()) {
      if (!key.equals(INACTIVITY) && !key.equals(DECODE) && !key.equals(RECONNECT)) {
        throw new IllegalArgumentException(
            "'%s' is no option of a monitor: those are %s, %s and %s."
                .formatted(key, DECODE, INACTIVITY, RECONNECT));
      }
    }
    texts.forEach(MonitorOptions::requireValue);
    return new MonitorOptions(
        duration(texts, INACTIVITY).orElse(INACTIVITY_TIMEOUT),
        mode(texts).orElse(DEFAULT.decodeFailureMode),
        duration(texts, RECONNECT));
  }

  private static void requireValue(String key, @Nullable String text) {
    if (text == null) {
      throw new IllegalArgumentException(
          "%s is null; leave it out, or give it a value.".formatted(key));
    }
  }

  private static Optional<Duration> duration(Map<String, String> texts, String key) {
    String text = texts.get(key);
    try {
      return text == null ? Optional.empty() : Optional.of(Duration.parse(text));
    } catch (DateTimeParseException malformed) {
      throw new IllegalArgumentException(
          "%s=%s is no duration in ISO 8601, such as PT20M.".formatted(key, text), malformed);
    }
  }

  private static Optional<DecodeFailureMode> mode(Map<String, String> texts) {
    String text = texts.get(DECODE);
    if (text == null) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(DecodeFailureMode.values())
            .filter(mode -> mode.name().equals(text))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s=%s is none of SKIP and ABORT.".formatted(DECODE, text))));
  }

  /**
   * The options as text.
   *
   * @return what {@link #of(Map)} makes the same options of; immutable
   */
  public Map<String, String> toMap() {
    Map<String, String> texts = new TreeMap<>();
    texts.put(INACTIVITY, inactivityTimeout.toString());
    texts.put(DECODE, decodeFailureMode.name());
    reconnectWithin.ifPresent(time -> texts.put(RECONNECT, time.toString()));
    return Map.copyOf(texts);
  }

  /**
   * The same with another time-out.
   *
   * @param next after how long without news the store is asked
   * @return the options
   */
  public MonitorOptions withInactivityTimeout(Duration next) {
    return new MonitorOptions(next, decodeFailureMode, reconnectWithin);
  }

  /**
   * The same with another mode.
   *
   * @param next what follows when a record cannot be decoded
   * @return the options
   */
  public MonitorOptions withDecodeFailureMode(DecodeFailureMode next) {
    return new MonitorOptions(inactivityTimeout, next, reconnectWithin);
  }

  /**
   * The same with a limit to silence of the store.
   *
   * @param next after how long without an answer watching ends
   * @return the options
   */
  public MonitorOptions withReconnectWithin(Duration next) {
    return new MonitorOptions(inactivityTimeout, decodeFailureMode, Optional.of(next));
  }
}
