package dev.primacy.benchmarks.footprint;

import dev.primacy.benchmarks.Bench;
import dev.primacy.benchmarks.Fork;
import dev.primacy.benchmarks.Row;
import dev.primacy.benchmarks.report.Figure;
import dev.primacy.benchmarks.report.Goal;
import dev.primacy.benchmarks.report.Line;
import dev.primacy.benchmarks.report.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Processor time of a Weld boot over 1,000 beans, with the extension and without it. */
public final class BootRow implements Row {
  private static final int BEANS = 1_000;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final String[] NOT_OURS = {"resteasy", "undertow", "weld-servlet", "weld-web"};
  private static final String[] EXTENSION = {
    "primacy-core", "primacy-cdi", "primacy-rest", "primacy-engine", "primacy-0", "primacy-1"
  };

  @Override
  public String name() {
    return "boot";
  }

  @Override
  public List<Line> measure(Bench bench) throws IOException, InterruptedException {
    bench.out().println("boot: generating " + BEANS + " beans");
    Path beans = GeneratedBeans.compile(BEANS, bench.directory().resolve("beans"));
    int turns = bench.effort(11, 2);
    double[] with = new double[turns];
    double[] without = new double[turns];
    for (int turn = 0; turn < turns; turn++) {
      bench.out().printf("boot: turn %d of %d%n", turn + 1, turns);
      turn(beans, turn, with, without);
    }
    bench.keep(name(), Map.of("with the extension", with, "without", without));
    return List.of(line(with, without));
  }

  private static void turn(Path beans, int turn, double[] with, double[] without)
      throws IOException, InterruptedException {
    if (turn % 2 == 0) {
      without[turn] = boot(fork(beans).without(EXTENSION));
      with[turn] = boot(fork(beans).without("primacy-rest", "primacy-engine"));
    } else {
      with[turn] = boot(fork(beans).without("primacy-rest", "primacy-engine"));
      without[turn] = boot(fork(beans).without(EXTENSION));
    }
  }

  /** Without the optimizing compiler, whose threads would be most of the noise. */
  private static Fork fork(Path beans) {
    return new Fork().option("-XX:TieredStopAtLevel=1").with(beans).without(NOT_OURS);
  }

  private static double boot(Fork fork) throws IOException, InterruptedException {
    String printed = fork.run(Boot.class);
    return Long.parseLong(printed.substring(printed.lastIndexOf('\n') + 1)) / NANOS_PER_MILLI;
  }

  private static Line line(double[] with, double[] without) {
    Sample ratios = Sample.ratios(with, without);
    return Line.besideFloor(
        "CPU of a Weld boot with 1,000 beans / without the extension",
        new Figure(Sample.of(with), "ms"),
        new Figure(Sample.of(without), "ms"),
        ratios,
        ratios.medianInterval(),
        Goal.atMost(1.05));
  }
}
