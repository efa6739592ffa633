package dev.primacy.benchmarks.nodes;

import dev.primacy.benchmarks.Alternation;
import dev.primacy.benchmarks.Bench;
import dev.primacy.benchmarks.Fork;
import dev.primacy.benchmarks.Row;
import dev.primacy.benchmarks.report.Figure;
import dev.primacy.benchmarks.report.Goal;
import dev.primacy.benchmarks.report.Line;
import dev.primacy.benchmarks.report.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.openjdk.jmh.runner.RunnerException;

/** What one follower costs among ten thousand nodes: each change, the memory, the beginning. */
public final class NodesRow implements Row {
  private static final Goal RATIO = Goal.atMost(1.5);
  private static final Goal JOIN_MILLIS = Goal.atMost(20);
  private static final Goal OWN_BYTES = Goal.atMost(450);
  private static final Goal ALIKE_BYTES = Goal.atMost(250);

  @Override
  public String name() {
    return "nodes";
  }

  @Override
  public List<Line> measure(Bench bench) throws RunnerException, IOException, InterruptedException {
    Alternation forks = new Alternation(FollowBenchmark.class, "amongHundred", "amongTenThousand");
    forks.run(bench, name());
    List<Line> lines = new ArrayList<>();
    lines.add(
        forks.time(
            "record of one of 10,000 nodes -> follower / of 100",
            "amongTenThousand",
            "amongHundred",
            "ns",
            RATIO));
    lines.addAll(crowds(bench));
    return lines;
  }

  private List<Line> crowds(Bench bench) throws IOException, InterruptedException {
    List<Properties> turns = new ArrayList<>();
    for (int turn = 0; turn < bench.effort(5, 1); turn++) {
      turns.add(printed(CrowdTrial.class));
    }
    return List.of(
        line("kept per node, attributes of its own", turns, "own-bytes", 1, "B", OWN_BYTES),
        line("the same without its address", turns, "own-bare-bytes", 1, "B", Goal.NONE),
        line("kept per node, attributes alike", turns, "alike-bytes", 1, "B", ALIKE_BYTES),
        line("the same without its address", turns, "alike-bare-bytes", 1, "B", Goal.NONE),
        line("10,000 nodes appear", turns, "join-micros", 1e3, "ms", JOIN_MILLIS),
        line("the same, before it is compiled", turns, "first-join-micros", 1e3, "ms", Goal.NONE));
  }

  private static Line line(
      String what, List<Properties> turns, String key, double per, String unit, Goal goal) {
    double[] values = turns.stream().mapToDouble(turn -> figure(turn, key) / per).toArray();
    return Line.alone(what, new Figure(Sample.of(values), unit), goal);
  }

  static Properties printed(Class<?> trial, String... arguments)
      throws IOException, InterruptedException {
    Properties figures = new Properties();
    String printed = new Fork().option("-Xmx256m").run(trial, arguments);
    Arrays.stream(printed.split("\\R"))
        .map(line -> line.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> figures.setProperty(pair[0], pair[1]));
    return figures;
  }

  static double figure(Properties figures, String key) {
    return Double.parseDouble(figures.getProperty(key));
  }
}
