package dev.primacy.demo.launch;

import dev.primacy.demo.DemoMessages;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the system properties given to Maven ask for.
 *
 * @param module the demo module's directory
 * @param http the first node's HTTP port; the others follow in steps of 100
 * @param cluster the first node's cluster port; the others follow in steps of 1
 * @param seconds how long the demo runs; 0 until it is interrupted
 * @param settings what every node is given
 */
record LaunchOptions(
    Path module, int http, int cluster, int seconds, Map<String, String> settings) {
  /** How many nodes the demo has. */
  static final int NODES = 3;

  /** The operators' token: of this run alone, unless one is given. */
  static final String TOKEN = "primacy.admin.token";

  private static final int HTTP_STEP = 100;
  private static final Set<String> OWN = Set.of("demo.http", "demo.cluster", "demo.seconds");

  LaunchOptions {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  /** Reads them. */
  static LaunchOptions of(Path module, Properties properties) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("primacy.lease", "3s"); // a fresh store's first primary waits for one lease
    settings.put("primacy.probes", "true");
    settings.put("primacy.admin.enabled", "true");
    settings.put(TOKEN, Token.fresh());
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith("primacy.") || (key.startsWith("demo.") && !OWN.contains(key))) {
        settings.put(key, properties.getProperty(key));
      }
    }
    return new LaunchOptions(
        module.toAbsolutePath().normalize(),
        number(properties, "demo.http", 8080, 1, 65_535 - NODES * HTTP_STEP),
        number(properties, "demo.cluster", 7800, 1, 65_535 - NODES - 2000),
        number(properties, "demo.seconds", 0, 0, Integer.MAX_VALUE),
        settings);
  }

  private static int number(Properties properties, String key, int unset, int from, int to) {
    String text = Optional.ofNullable(properties.getProperty(key)).map(String::strip).orElse("");
    if (text.isEmpty()) {
      return unset;
    }
    String rule = "an integer from " + from + " to " + to;
    try {
      int value = Integer.parseInt(text);
      if (value >= from && value <= to) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new LaunchException(DemoMessages.TEXT.propertyBad(key, text, rule), e);
    }
    throw new LaunchException(DemoMessages.TEXT.propertyBad(key, text, rule));
  }

  /** The HTTP port of a node, counted from 0. */
  int http(int index) {
    return http + index * HTTP_STEP;
  }

  /** The cluster port of a node, counted from 0. */
  int cluster(int index) {
    return cluster + index;
  }

  /** The cluster addresses of all nodes. */
  String peers() {
    return java.util.stream.IntStream.range(0, NODES)
        .mapToObj(index -> NodePlan.HOST + ":" + cluster(index))
        .collect(Collectors.joining(","));
  }

  /** Where the build put things. */
  Path target() {
    return module.resolve("target");
  }
}
