package dev.primacy.benchmarks.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The lines of all rows, in columns. */
public final class Table {
  private static final List<String> HEADS =
      List.of("row", "what", "measured", "floor", "ratio", "range", "goal", "verdict");

  private final List<List<String>> cells = new ArrayList<>();

  public Table() {
    cells.add(HEADS);
  }

  public void add(String row, List<Line> lines) {
    for (Line line : lines) {
      cells.add(
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
    cells.add(List.of(row, why, "", "", "", "", "", "FAILED"));
  }

  public void print(PrintStream out) {
    List<Integer> widths =
        IntStream.range(0, HEADS.size())
            .mapToObj(i -> cells.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toList();
    for (List<String> row : cells) {
      out.println(padded(row, widths).stripTrailing());
    }
  }

  private static String padded(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> row.get(i) + " ".repeat(widths.get(i) - row.get(i).length()))
        .collect(Collectors.joining("  "));
  }
}
