package dev.primacy.benchmarks.compare.storm;

import dev.primacy.benchmarks.compare.cohort.Competitor;
import java.util.Locale;

/**
 * How one storm ended, in milliseconds; NaN if it did not.
 *
 * @param competitor who
 * @param run which storm
 * @param led from the first process's start until one led
 * @param ledAfterBoot the same, from when the last JVM was up
 * @param known from the first process's start until all knew
 * @param leaders how many led at any time
 */
record Landfall(
    Competitor competitor, int run, double led, double ledAfterBoot, double known, long leaders) {
  static final String HEADS = "system,run,led_ms,led_after_boot_ms,known_to_all_ms,leaders";

  static Landfall failed(Competitor competitor, int run) {
    return new Landfall(competitor, run, Double.NaN, Double.NaN, Double.NaN, 0);
  }

  /** One leader, known to all, in time. */
  boolean isGood(double limit) {
    return leaders == 1 && known <= limit;
  }

  String csv() {
    return String.format(
        Locale.ROOT,
        "%s,%d,%.1f,%.1f,%.1f,%d",
        competitor.id(),
        run,
        led,
        ledAfterBoot,
        known,
        leaders);
  }
}
