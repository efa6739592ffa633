package dev.primacy.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Prometheus would read. */
final class Scrape {
  private static final Pattern LINE = Pattern.compile("([a-z_]+)(?:\\{(.*)})? (\\S+)");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");

  private final List<Series> series = new ArrayList<>();

  /** A time series and its value. */
  record Series(String name, Map<String, String> labels, double value) {}

  Scrape(String text) {
    text.lines().filter(line -> !line.startsWith("#")).forEach(this::read);
  }

  private void read(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException(line);
    }
    Map<String, String> labels = new TreeMap<>();
    if (parts.group(2) != null) {
      LABEL.matcher(parts.group(2)).results().forEach(l -> labels.put(l.group(1), l.group(2)));
    }
    series.add(new Series(parts.group(1), labels, Double.parseDouble(parts.group(3))));
  }

  Set<String> names() {
    Set<String> names = new TreeSet<>();
    series.forEach(each -> names.add(each.name()));
    return names;
  }

  Set<String> labels(String name) {
    Set<String> labels = new TreeSet<>();
    of(name).forEach(each -> labels.addAll(each.labels().keySet()));
    return labels;
  }

  Set<String> values(String name, String label) {
    Set<String> values = new TreeSet<>();
    of(name).forEach(each -> values.add(each.labels().getOrDefault(label, "")));
    return values;
  }

  List<Series> of(String name) {
    return series.stream().filter(each -> each.name().equals(name)).toList();
  }

  /** The sum of the series that have these labels, given as {@code name=value}. */
  Optional<Double> value(String name, String... labels) {
    return of(name).stream()
        .filter(each -> has(each, labels))
        .map(Series::value)
        .reduce(Double::sum);
  }

  private static boolean has(Series series, String... labels) {
    for (String label : labels) {
      String[] pair = label.split("=", 2);
      if (!pair[1].equals(series.labels().get(pair[0]))) {
        return false;
      }
    }
    return true;
  }
}
