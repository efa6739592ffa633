package dev.primacy.benchmarks.compare.failover;

import dev.primacy.benchmarks.compare.cohort.Competitor;
import dev.primacy.benchmarks.report.Columns;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Medians and maxima of one way to go, beside the goals. */
final class FailoverTable {
  private static final List<String> FIRST = List.of("lease", "system", "runs");
  private static final List<String> LAST = List.of("goal: median", "max", "verdict");

  private final Way way;
  private final Columns columns;

  FailoverTable(Way way) {
    this.way = way;
    this.columns = new Columns(joined(FIRST, Summary.heads(way), LAST));
  }

  /** The outcomes of one competitor at one lease. */
  void add(Competitor competitor, Duration lease, List<Outcome> outcomes) {
    List<Outcome> seen = outcomes.stream().filter(Outcome::isComplete).toList();
    List<String> first =
        List.of(lease.toSeconds() + " s", competitor.id(), seen.size() + "/" + outcomes.size());
    if (seen.isEmpty()) {
      List<String> empty = Summary.heads(way).stream().map(head -> "").toList();
      columns.add(joined(first, empty, List.of("", "", "FAILED")));
      return;
    }
    Summary summary = new Summary(way, lease, seen);
    List<String> last =
        competitor.isPrimacy() ? summary.goals(competitor.isHinted()) : List.of("", "", "");
    columns.add(joined(first, summary.figures(), last));
  }

  private static List<String> joined(List<String> first, List<String> then, List<String> last) {
    return Stream.of(first, then, last).flatMap(List::stream).toList();
  }

  void print(PrintStream out) {
    out.printf("%n%s%n", way);
    columns.print(out);
  }
}
