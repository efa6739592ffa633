package dev.primacy.benchmarks.compare.failover;

import dev.primacy.benchmarks.report.Goal;
import dev.primacy.benchmarks.report.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Several outcomes of one kind, as the cells of a table. */
final class Summary {
  private final Way way;
  private final Duration lease;
  private final List<Outcome> outcomes;
  private final Sample measured;

  Summary(Way way, Duration lease, List<Outcome> outcomes) {
    this.way = way;
    this.lease = lease;
    this.outcomes = outcomes;
    this.measured = of(way == Way.KILL ? Outcome::sinceSignal : Outcome::sinceClosing);
  }

  static List<String> heads(Way way) {
    return way == Way.KILL
        ? List.of("median ms", "max ms", "median/lease", "max/lease")
        : List.of("median ms", "max ms", "from SIGTERM: median", "max", "overlap max");
  }

  List<String> figures() {
    String median = text(measured.median());
    String max = text(measured.greatest());
    if (way == Way.KILL) {
      return List.of(median, max, ofLease(measured.median()), ofLease(measured.greatest()));
    }
    Sample sinceSignal = of(Outcome::sinceSignal);
    return List.of(
        median,
        max,
        text(sinceSignal.median()),
        text(sinceSignal.greatest()),
        text(of(Outcome::overlap).greatest()));
  }

  /**
   * What should have come out.
   *
   * @param hinted whether the store tells of changes; else a node asks with each renewal, and may
   *     hear of the last one so much later
   */
  List<String> goals(boolean hinted) {
    boolean killed = way == Way.KILL;
    double late = hinted ? 0 : lease.toMillis() / 3.0;
    Goal median = Goal.atMost(killed ? 0.87 * lease.toMillis() : 60);
    Goal max = Goal.atMost(killed ? 1.03 * lease.toMillis() + 150 + late : 150);
    boolean missed =
        median.verdict(measured.median()).equals("MISS")
            || max.verdict(measured.greatest()).equals("MISS");
    return List.of(median.toString(), max.toString(), missed ? "MISS" : "pass");
  }

  private Sample of(ToDoubleFunction<Outcome> what) {
    return Sample.of(outcomes.stream().mapToDouble(what));
  }

  private static String text(double millis) {
    return Double.isNaN(millis) ? "" : String.format(Locale.ROOT, "%.0f", millis);
  }

  private String ofLease(double millis) {
    return String.format(Locale.ROOT, "%.2f", millis / lease.toMillis());
  }
}
