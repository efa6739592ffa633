package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import dev.primacy.spi.EngineContext;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The validated settings of events.
 *
 * @param poll how often a node asks for new events
 * @param keep how long events are kept for nodes that are behind
 * @param batch how many are read or written at a time
 * @param takeover after which time without a sign of life a node's share of a queue goes to others
 */
record EventSettings(Duration poll, Duration keep, int batch, Duration takeover) {

  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
  private static final Duration SHORTEST = Duration.ofMillis(10);
  private static final int MOST = 1000;

  static List<String> problems(EngineContext context) {
    List<String> problems = new ArrayList<>();
    for (String key : List.of(Settings.POLL, Settings.KEEP, Settings.TAKEOVER)) {
      String text = context.setting(key).orElse("");
      if (duration(text).filter(time -> time.compareTo(SHORTEST) >= 0).isEmpty()) {
        problems.add(LOG.badDuration(key, text));
      }
    }
    String batch = context.setting(Settings.BATCH).orElse("");
    if (number(batch).filter(size -> size >= 1 && size <= MOST).isEmpty()) {
      problems.add(LOG.badBatch(batch, MOST));
    }
    String table = context.setting(Settings.TABLE).orElse("");
    String name = table.substring(table.indexOf('.') + 1);
    int longest = 63 - EventTables.SUFFIX_CHARACTERS;
    if (name.length() > longest) {
      problems.add(LOG.tableTooLong(table, longest));
    }
    return problems;
  }

  /** Must only be asked if there are no problems. */
  static EventSettings of(EngineContext context) {
    return new EventSettings(
        duration(context, Settings.POLL),
        duration(context, Settings.KEEP),
        number(context.setting(Settings.BATCH).orElse("")).orElseThrow(),
        duration(context, Settings.TAKEOVER));
  }

  private static Duration duration(EngineContext context, String key) {
    return duration(context.setting(key).orElse("")).orElseThrow();
  }

  private static Optional<Integer> number(String text) {
    return text.strip().matches("[0-9]{1,6}")
        ? Optional.of(Integer.parseInt(text.strip()))
        : Optional.empty();
  }

  private static Optional<Duration> duration(String text) {
    Matcher matcher = SHORT.matcher(text.strip());
    try {
      return Optional.of(
          matcher.matches()
              ? of(Long.parseLong(matcher.group(1)), matcher.group(2))
              : Duration.parse(text.strip()));
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
}
