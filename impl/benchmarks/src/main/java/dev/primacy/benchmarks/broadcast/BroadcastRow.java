package dev.primacy.benchmarks.broadcast;

import dev.primacy.benchmarks.Bench;
import dev.primacy.benchmarks.Fork;
import dev.primacy.benchmarks.Row;
import dev.primacy.benchmarks.report.Figure;
import dev.primacy.benchmarks.report.Goal;
import dev.primacy.benchmarks.report.Interval;
import dev.primacy.benchmarks.report.Line;
import dev.primacy.benchmarks.report.Sample;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Events a second to ten observers that do nothing, beside a bare queue and beside what CDI has for
 * not waiting; and a hundred thousand at once for an observer that takes a millisecond.
 */
public final class BroadcastRow implements Row {

  /** A tenth of what the queue takes. */
  private static final Goal OF_QUEUE = Goal.atLeast(0.1);

  private static final Goal OF_ASYNC = Goal.atLeast(1);

  /** A thousand may wait, each with its JSON. */
  private static final Goal GROWTH = Goal.atMost(4_000_000);

  private static final Goal WAITING = Goal.atMost(1_000);
  private static final Goal NONE_UNACCOUNTED = Goal.atMost(0);

  @Override
  public String name() {
    return "broadcast";
  }

  @Override
  public List<Line> measure(Bench bench) throws IOException, InterruptedException {
    List<Properties> turns = new ArrayList<>();
    int count = bench.effort(3, 1);
    for (int turn = 0; turn < count; turn++) {
      bench.out().printf("broadcast: turn %d of %d%n", turn + 1, count);
      turns.add(trial(Integer.toString(bench.effort(200, 50))));
    }
    bench.keep(name(), Map.of("told", of(turns, "told"), "queue", of(turns, "queue")));
    return List.of(
        beside("node events to 10 observers / bare queue", turns, "told", "queue", OF_QUEUE),
        beside(
            "published to 10 observers / Event.fireAsync", turns, "published", "async", OF_ASYNC),
        alone("a flood of 100,000: most that wait", turns, "flood-waiting", "", WAITING),
        alone("growth of the heap meanwhile", turns, "flood-growth", "B", GROWTH),
        alone("counted as lost, with no room", turns, "flood-lost", "", Goal.NONE),
        alone("neither heard nor counted", turns, "flood-unaccounted", "", NONE_UNACCOUNTED));
  }

  private static Properties trial(String thousands) throws IOException, InterruptedException {
    Properties printed = new Properties();
    printed.load(
        new StringReader(new Fork().option("-Xmx512m").run(BroadcastTrial.class, thousands)));
    return printed;
  }

  private static double[] of(List<Properties> turns, String key) {
    return turns.stream().mapToDouble(turn -> Double.parseDouble(turn.getProperty(key))).toArray();
  }

  private static Line beside(
      String what, List<Properties> turns, String subject, String floor, Goal goal) {
    Sample ratios = Sample.ratios(of(turns, subject), of(turns, floor));
    return Line.besideFloor(
        what,
        new Figure(Sample.of(of(turns, subject)), "/s"),
        new Figure(Sample.of(of(turns, floor)), "/s"),
        ratios,
        new Interval(ratios.least(), ratios.greatest()),
        goal);
  }

  private static Line alone(
      String what, List<Properties> turns, String key, String unit, Goal goal) {
    return Line.alone(what, new Figure(Sample.of(of(turns, key)), unit), goal);
  }
}
