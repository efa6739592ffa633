package dev.primacy.benchmarks.compare.node;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a contender takes its place.
 *
 * @param values whole keys and their values; those below {@code primacy.} are Primacy's own
 */
public record Place(Map<String, String> values) {
  public static final String LIBRARY = "library";
  public static final String CLUSTER = "cluster";
  public static final String NODE = "node";
  public static final String LEASE = "lease";
  public static final String GROUPS = "groups";
  public static final String ADDRESS = "address";
  public static final String COUNTED = "counted";

  /** For how many milliseconds the application listens when it is told that it leads. */
  public static final String LISTENING = "listening";

  /** The directory of the files in which operations are kept. */
  public static final String OPERATIONS = "operations";

  private static final String OWN = "primacy.";

  /** Copies the map. */
  public Place {
    values = Map.copyOf(values);
  }

  static Place parse(String... arguments) {
    return new Place(
        Arrays.stream(arguments)
            .map(argument -> argument.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
  }

  /** This place with one value more, or another one. */
  public Place with(String key, String value) {
    Map<String, String> next = new HashMap<>(values);
    next.put(key, value);
    return new Place(next);
  }

  /** As a command line, from which it is parsed again. */
  public String[] arguments() {
    Stream<String> pairs =
        values.entrySet().stream().map(entry -> entry.getKey() + '=' + entry.getValue());
    return pairs.toArray(String[]::new);
  }

  String value(String key) {
    @Nullable String value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException(key + " is missing among " + values.keySet());
    }
    return value;
  }

  Duration lease() {
    return Duration.ofMillis(Long.parseLong(value(LEASE)));
  }

  int groups() {
    return Integer.parseInt(values.getOrDefault(GROUPS, "1"));
  }

  Duration listening() {
    return Duration.ofMillis(Long.parseLong(values.getOrDefault(LISTENING, "0")));
  }

  @Nullable Path operations() {
    @Nullable String directory = values.get(OPERATIONS);
    return directory == null ? null : Path.of(directory);
  }

  boolean isCounted() {
    return Boolean.parseBoolean(values.getOrDefault(COUNTED, "false"));
  }

  Map<String, String> primacySettings() {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(OWN))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
