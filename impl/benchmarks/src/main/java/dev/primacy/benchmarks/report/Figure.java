package dev.primacy.benchmarks.report;

import java.util.Locale;

/**
 * Measured values and what they are.
 *
 * @param sample the values
 * @param unit what they count
 */
public record Figure(Sample sample, String unit) {

  /** The median with its unit. */
  public String text() {
    return String.format(Locale.ROOT, "%.1f %s", sample.median(), unit);
  }
}
