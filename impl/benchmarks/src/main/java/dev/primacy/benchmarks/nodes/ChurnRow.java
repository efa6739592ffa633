package dev.primacy.benchmarks.nodes;

import static dev.primacy.benchmarks.nodes.NodesRow.figure;
import static dev.primacy.benchmarks.nodes.NodesRow.printed;

import dev.primacy.benchmarks.Bench;
import dev.primacy.benchmarks.Row;
import dev.primacy.benchmarks.report.Figure;
import dev.primacy.benchmarks.report.Goal;
import dev.primacy.benchmarks.report.Interval;
import dev.primacy.benchmarks.report.Line;
import dev.primacy.benchmarks.report.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Ten thousand nodes that change a tenth as often as a bare queue hands over, and a follower that
 * takes a second for each batch: what waits for it stays within bounds, and it ends up right.
 */
public final class ChurnRow implements Row {

  /** It is what the changes are paced to, but for what the clock makes of it. */
  private static final Goal RATE = Goal.atLeast(0.095);

  private static final Goal WAITING = Goal.atMost(1);

  /** A look may fall before or after the follower took what waits: a state of each node. */
  private static final Goal GROWTH = Goal.atMost(250);

  private static final Goal WRONG = Goal.atMost(0);

  @Override
  public String name() {
    return "churn";
  }

  @Override
  public List<Line> measure(Bench bench) throws IOException, InterruptedException {
    List<Properties> turns = new ArrayList<>();
    int count = bench.effort(3, 1);
    for (int turn = 0; turn < count; turn++) {
      bench.out().printf("churn: turn %d of %d%n", turn + 1, count);
      turns.add(printed(ChurnTrial.class, Integer.toString(bench.effort(15, 6))));
    }
    bench.keep(name(), Map.of("changes", of(turns, "changes"), "queue", of(turns, "queue")));
    return List.of(
        beside("changes of nodes / bare queue", turns, "changes", "queue", "/s", RATE),
        beside("most nodes that waited / nodes", turns, "most-waiting", "nodes", "", WAITING),
        alone("growth while it goes on, per node", turns, "growth-bytes", "B", GROWTH),
        alone("nodes that are wrong at the end", turns, "wrong", "nodes", WRONG),
        alone("until all are right", turns, "settled-millis", "ms", Goal.NONE),
        alone("batches told", turns, "batches", "", Goal.NONE));
  }

  private static double[] of(List<Properties> turns, String key) {
    return turns.stream().mapToDouble(turn -> figure(turn, key)).toArray();
  }

  private static Line beside(
      String what, List<Properties> turns, String subject, String floor, String unit, Goal goal) {
    double[] subjects = of(turns, subject);
    double[] floors = of(turns, floor);
    Sample ratios = Sample.ratios(subjects, floors);
    return Line.besideFloor(
        what,
        new Figure(Sample.of(subjects), unit),
        new Figure(Sample.of(floors), unit),
        ratios,
        new Interval(ratios.least(), ratios.greatest()),
        goal);
  }

  private static Line alone(
      String what, List<Properties> turns, String key, String unit, Goal goal) {
    return Line.alone(what, new Figure(Sample.of(of(turns, key)), unit), goal);
  }
}
