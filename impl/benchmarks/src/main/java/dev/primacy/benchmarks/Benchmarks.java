package dev.primacy.benchmarks;

import dev.primacy.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Measures the rows that were asked for and prints one table. */
public final class Benchmarks {
  private final List<Row> rows;
  private final Bench bench;
  private final Table table = new Table();
  private boolean complete = true;

  private Benchmarks(List<Row> rows, Bench bench) {
    this.rows = rows;
    this.bench = bench;
  }

  /**
   * Runs.
   *
   * @param arguments none; {@code bench.only} and {@code bench.quick} are system properties
   */
  public static void main(String[] arguments) throws IOException {
    Runtime.getRuntime().addShutdownHook(new Thread(Benchmarks::endForks, "bench-end"));
    Path directory = Files.createDirectories(Path.of("bench").toAbsolutePath());
    Bench bench = new Bench(Boolean.getBoolean("bench.quick"), directory, System.out);
    Benchmarks benchmarks = new Benchmarks(selected(System.getProperty("bench.only", "")), bench);
    System.exit(benchmarks.run() ? 0 : 1);
  }

  private static List<Row> selected(String only) {
    List<Row> all = Rows.all();
    Set<String> asked = new TreeSet<>(Arrays.stream(only.split(",")).map(String::strip).toList());
    asked.remove("");
    List<String> known = all.stream().map(Row::name).toList();
    if (!known.containsAll(asked)) {
      throw new IllegalArgumentException("bench.only=" + only + ": the rows are " + known);
    }
    return all.stream().filter(row -> asked.isEmpty() || asked.contains(row.name())).toList();
  }

  private boolean run() {
    rows.forEach(this::run);
    bench.out().println();
    table.print(bench.out());
    bench.out().printf("%nRaw figures: %s%n", bench.directory());
    return complete;
  }

  /** One row that fails does not keep the others from being measured. */
  private void run(Row row) {
    try {
      table.add(row.name(), row.measure(bench));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failed(row, e);
    } catch (Exception e) {
      failed(row, e);
    }
  }

  private void failed(Row row, Exception why) {
    complete = false;
    why.printStackTrace(bench.out());
    table.failed(row.name(), why.toString());
  }

  /** A fork whose parent is told to stop would go on measuring for nobody. */
  private static void endForks() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }
}
