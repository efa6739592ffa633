package dev.primacy.benchmarks.report;

import java.io.PrintStream;
import java.util.List;

/** The lines of all rows, in columns. */
public final class Table {
  private final Columns columns =
      new Columns(List.of("row", "what", "measured", "floor", "ratio", "range", "goal", "verdict"));

  public void add(String row, List<Line> lines) {
    for (Line line : lines) {
      columns.add(
          List.of(
              row,
              line.what(),
              line.measured(),
              line.floor(),
              line.ratio(),
              line.range(),
              line.goal(),
              line.verdict()));
    }
  }

  /** A row that could not be measured, and why. */
  public void failed(String row, String why) {
    columns.add(List.of(row, why, "", "", "", "", "", "FAILED"));
  }

  public void print(PrintStream out) {
    columns.print(out);
  }
}
