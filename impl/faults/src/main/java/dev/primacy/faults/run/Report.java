package dev.primacy.faults.run;

import dev.primacy.faults.history.Answer;
import dev.primacy.faults.history.Episode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** What people read, while it runs and when it is over. */
final class Report {
  private static final int MOST_SHOWN = 10;

  private final PrintStream out;
  private final Path file;
  private final List<String> table = new ArrayList<>();
  private boolean failed;

  Report(PrintStream out, Path file) {
    this.out = out;
    this.file = file;
    table.add("| store | fault | times | another node writes after | without a write for |");
    table.add("|---|---|---|---|---|");
  }

  /** Tells that something goes on. */
  void say(String line) {
    out.println(line);
  }

  /** Something went wrong that is no violation: nothing is proven by such a run. */
  void fail(String line) {
    failed = true;
    out.println("FAILED: " + line);
  }

  /** What came of a session that should show nothing wrong. */
  void add(Outcome outcome) {
    Gaps gaps = Gaps.of(outcome.history());
    outcome.episodes().forEach((fault, episodes) -> addRow(outcome, gaps, fault, episodes));
    say(
        "%s: %d calls done, %d refused, %d unknown, %d let in and refused by the resource; %d"
                .formatted(
                    outcome.session().name(),
                    outcome.count(Answer.DONE),
                    outcome.count(Answer.NOT_RUN),
                    outcome.count(Answer.UNKNOWN),
                    outcome.refusedWrites(),
                    outcome.violations().size())
            + " violations; seed "
            + outcome.session().seed());
    outcome.violations().stream().limit(MOST_SHOWN).forEach(one -> say("  " + one));
    failed |= !outcome.violations().isEmpty();
  }

  private void addRow(Outcome outcome, Gaps gaps, String fault, List<Episode> episodes) {
    LongStream takeovers =
        episodes.stream().map(gaps::takeover).flatMapToLong(OptionalLong::stream);
    LongStream longest = episodes.stream().mapToLong(gaps::longest);
    table.add(
        "| %s | %s | %d | %s | %s |"
            .formatted(
                outcome.session().name(),
                fault,
                episodes.size(),
                spread(takeovers),
                spread(longest)));
  }

  /** Median and maximum. */
  private static String spread(LongStream millis) {
    long[] sorted = millis.sorted().toArray();
    return sorted.length == 0
        ? "–"
        : "%d, at most %d ms".formatted(sorted[(sorted.length - 1) / 2], sorted[sorted.length - 1]);
  }

  /** The table, on paper as well. */
  boolean end() throws IOException {
    Files.write(file, table);
    say("");
    table.forEach(this::say);
    say("");
    say(
        (failed ? "faults: failure" : "faults: success")
            + "; histories are in "
            + file.getParent());
    return !failed;
  }
}
