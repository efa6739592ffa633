package dev.primacy.servers;

import dev.primacy.servers.launch.Footprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a server had before and after many redeployments, as a row of a table.
 *
 * @param server its title
 * @param rounds how many redeployments
 * @param before the first of them
 * @param after the last of them
 */
record RedeployFigures(String server, int rounds, Footprint before, Footprint after) {
  static final String BEGIN = "<!-- figures, written by a run with -Ddocs.write -->\n";
  private static final String END = "<!-- end of figures -->";
  private static final int KIB = 1024;

  String row() {
    return "| %s | %d | %s | %s | %s | %s | %s | %s | %s |"
        .formatted(
            server,
            rounds,
            pair(before.threads().size(), after.threads().size()),
            pair(before.ours().size(), after.ours().size()),
            pair(before.applications(), after.applications()),
            pair(before.loaders(), after.loaders()),
            pair(before.sockets(), after.sockets()),
            pair(before.heapKiB() / KIB, after.heapKiB() / KIB),
            LocalDate.now(ZoneOffset.UTC));
  }

  private static String pair(long first, long second) {
    return first + " → " + second;
  }

  /** Prints it, and puts it into the page if that is wanted. */
  void tell() throws IOException {
    System.out.println(row());
    if (System.getProperty("docs.write") != null) {
      Path page = Path.of(System.getProperty("servers.page"));
      Files.writeString(page, into(Files.readString(page)));
    }
  }

  /** In place of the row that this server had; the rows of others stay. */
  String into(String text) {
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END, begin);
    List<String> rows = text.substring(begin, end).lines().map(this::replaced).toList();
    return text.substring(0, begin) + String.join("\n", rows) + "\n" + text.substring(end);
  }

  private String replaced(String line) {
    return line.startsWith("| " + server + " |") ? row() : line;
  }
}
