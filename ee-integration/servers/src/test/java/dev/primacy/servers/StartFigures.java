package dev.primacy.servers;

import dev.primacy.servers.launch.QuarkusStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A table of starts, on the page about Quarkus. */
final class StartFigures {
  private static final String BEGIN = "<!-- figures, written by a run with -Ddocs.write -->\n";
  private static final String END = "<!-- end of figures -->";
  private static final double MILLIS = 1_000;
  private static final double KIB = 1_024;

  private StartFigures() {}

  /** Medians, and in brackets the least and the most. */
  static String row(String title, List<QuarkusStart> starts) {
    return "| %s | %s s | %s s | %s MiB | %d |"
        .formatted(
            title,
            figures("%.2f", starts, start -> start.cpu().toMillis() / MILLIS),
            figures("%.2f", starts, start -> start.elapsed().toMillis() / MILLIS),
            figures("%.0f", starts, start -> start.rssKiB() / KIB),
            starts.size());
  }

  private static String figures(
      String format, List<QuarkusStart> starts, ToDoubleFunction<QuarkusStart> figure) {
    double[] sorted = starts.stream().mapToDouble(figure).sorted().toArray();
    int last = sorted.length - 1;
    double median = (sorted[last / 2] + sorted[sorted.length / 2]) / 2;
    return String.format(Locale.ROOT, format, median)
        + String.format(Locale.ROOT, " (" + format + "–" + format + ")", sorted[0], sorted[last]);
  }

  /** Prints them, and puts them into the page if that is wanted. */
  static void tell(List<String> rows) throws IOException {
    rows.forEach(System.out::println);
    if (System.getProperty("docs.write") != null) {
      Path page = Path.of(System.getProperty("servers.quarkus.page"));
      String text = Files.readString(page);
      int begin = text.indexOf(BEGIN) + BEGIN.length();
      String table = String.join("\n", rows) + "\n";
      Files.writeString(
          page, text.substring(0, begin) + table + text.substring(text.indexOf(END, begin)));
    }
  }
}
