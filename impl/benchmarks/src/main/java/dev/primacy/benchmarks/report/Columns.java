package dev.primacy.benchmarks.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines of text under heads, each column as wide as its widest cell. */
public final class Columns {
  private final int width;
  private final List<List<String>> cells = new ArrayList<>();

  public Columns(List<String> heads) {
    width = heads.size();
    add(heads);
  }

  /** Adds a line with a cell for each head. */
  public void add(List<String> line) {
    if (line.size() != width) {
      throw new IllegalArgumentException(line.size() + " cells under " + width + " heads");
    }
    cells.add(List.copyOf(line));
  }

  public void print(PrintStream out) {
    List<Integer> widths =
        IntStream.range(0, width)
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
