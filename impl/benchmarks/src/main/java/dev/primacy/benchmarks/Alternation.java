package dev.primacy.benchmarks;

import dev.primacy.benchmarks.report.Figure;
import dev.primacy.benchmarks.report.Goal;
import dev.primacy.benchmarks.report.Interval;
import dev.primacy.benchmarks.report.Line;
import dev.primacy.benchmarks.report.Sample;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Benchmarks of one class in short forks by turns, so that what else the machine does meets all of
 * them alike. A ratio is taken within one turn, never across.
 */
public final class Alternation {
  private final Class<?> benchmarks;
  private final List<String> methods;
  private final List<String> options = new ArrayList<>(List.of("-Xmx512m", Fork.QUIET));
  private final Map<String, List<RunResult>> results = new LinkedHashMap<>();

  public Alternation(Class<?> benchmarks, String... methods) {
    this.benchmarks = benchmarks;
    this.methods = List.of(methods);
  }

  /** An option of every fork. */
  public Alternation option(String option) {
    options.add(option);
    return this;
  }

  /** Runs every method once per turn, each turn in the reverse order of the one before. */
  public void run(Bench bench, String row) throws RunnerException, IOException {
    List<String> order = new ArrayList<>(methods);
    int turns = bench.effort(7, 3);
    for (int turn = 1; turn <= turns; turn++) {
      bench.out().printf("%s: turn %d of %d%n", row, turn, turns);
      for (String method : order) {
        results.computeIfAbsent(method, key -> new ArrayList<>()).addAll(fork(bench, method));
      }
      Collections.reverse(order);
    }
    keep(bench, row);
  }

  private Collection<RunResult> fork(Bench bench, String method) throws RunnerException {
    Options jmh =
        new OptionsBuilder()
            .include("^" + Pattern.quote(benchmarks.getName() + "." + method) + "$")
            .forks(1)
            .warmupIterations(bench.effort(12, 8))
            .warmupTime(TimeValue.milliseconds(100))
            .measurementIterations(bench.effort(20, 6))
            .measurementTime(TimeValue.milliseconds(80))
            .jvmArgs(options.toArray(String[]::new))
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    return new Runner(jmh).run();
  }

  private void keep(Bench bench, String row) throws IOException {
    List<RunResult> all = results.values().stream().flatMap(List::stream).toList();
    try (PrintStream out =
        new PrintStream(Files.newOutputStream(bench.raw(row)), false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(all);
    }
  }

  /** One figure for each fork, in the order of the turns. */
  public double[] scores(String method) {
    return of(method).stream().mapToDouble(Alternation::score).toArray();
  }

  /**
   * Of single samples the median. Of loops the lower quartile of the iterations: whatever else the
   * machine does makes a loop slower and never faster.
   */
  private static double score(RunResult run) {
    double percentile = run.getParams().getMode() == Mode.SampleTime ? 50 : 25;
    return run.getPrimaryResult().getStatistics().getPercentile(percentile);
  }

  /**
   * Bytes allocated per call, in the order of the turns. In steps of 8, as objects are: the
   * profiler counts what the harness and the renewals allocate meanwhile as well.
   */
  public double[] allocated(String method) {
    return of(method).stream().mapToDouble(Alternation::allocated).toArray();
  }

  private static double allocated(RunResult run) {
    Result<?> norm = run.getSecondaryResults().get("gc.alloc.rate.norm");
    if (norm == null) {
      throw new IllegalStateException("the profiler did not say what was allocated");
    }
    return 8 * Math.rint(norm.getScore() / 8);
  }

  /** How long one takes beside the other. */
  public Line time(String what, String subject, String floor, String unit, Goal goal) {
    Sample ratios = Sample.ratios(scores(subject), scores(floor));
    return Line.besideFloor(
        what,
        new Figure(Sample.of(scores(subject)), unit),
        new Figure(Sample.of(scores(floor)), unit),
        ratios,
        new Interval(ratios.least(), ratios.greatest()),
        goal);
  }

  /** What one call allocates. */
  public Line allocation(String what, String subject, Goal goal) {
    return Line.alone(what, new Figure(Sample.of(allocated(subject)), "B/op"), goal);
  }

  /** What one call allocates beyond another. */
  public Line extraAllocation(String what, String subject, String floor, Goal goal) {
    double[] extra = allocated(subject);
    double[] base = allocated(floor);
    Arrays.setAll(extra, i -> extra[i] - base[i]);
    return Line.alone(what, new Figure(Sample.of(extra), "B/op"), goal);
  }

  /** How long one takes where nothing can be put beside it. */
  public Line timeAlone(String what, String subject, String unit, Goal goal) {
    return Line.alone(what, new Figure(Sample.of(scores(subject)), unit), goal);
  }

  private List<RunResult> of(String method) {
    return results.getOrDefault(method, List.of());
  }
}
