package dev.primacy.benchmarks.report;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param what what was measured
 * @param measured the figure itself, with its unit
 * @param floor the floor beside it; empty for a figure that stands for itself
 * @param ratio the median of the ratios; empty likewise
 * @param range how far the ratios were apart, or where their median certainly lies
 * @param goal what has to be reached; empty for figures that only explain others
 * @param verdict pass or MISS
 */
public record Line(
    String what,
    String measured,
    String floor,
    String ratio,
    String range,
    String goal,
    String verdict) {

  /** A figure beside its floor, judged by the median of the ratios. */
  public static Line besideFloor(
      String what, Figure subject, Figure floor, Sample ratios, Interval range, Goal goal) {
    return new Line(
        what,
        subject.text(),
        floor.text(),
        String.format(Locale.ROOT, "%.3f", ratios.median()),
        String.format(Locale.ROOT, "%.3f - %.3f", range.low(), range.high()),
        goal.toString(),
        goal.verdict(ratios.median()));
  }

  /** A figure that stands for itself. */
  public static Line alone(String what, Figure figure, Goal goal) {
    Sample sample = figure.sample();
    String range =
        sample.size() == 1
            ? ""
            : String.format(Locale.ROOT, "%.1f - %.1f", sample.least(), sample.greatest());
    return new Line(
        what, figure.text(), "", "", range, goal.toString(), goal.verdict(sample.median()));
  }
}
