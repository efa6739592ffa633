package dev.primacy.core.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a search printed, and what that means.
 *
 * @param printed all of it
 * @param statements the names of the statements that could be reached
 */
record Search(String printed, Set<String> statements) {

  private static final Pattern END = Pattern.compile("depth reached (\\d+), errors: (\\d+)");
  private static final Pattern STATES = Pattern.compile("(?m)^\\s*(\\d+) states, stored");
  private static final Pattern SECONDS = Pattern.compile("elapsed time ([\\d.]+) seconds");
  private static final Pattern MEGABYTES =
      Pattern.compile("(?m)^\\s*([\\d.]+)\\s+total actual memory usage");
  private static final Pattern VIOLATED =
      Pattern.compile("assertion violated (.*) \\(at depth (\\d+)\\)");

  /** Whatever says that not all was searched. */
  private static final Pattern CUT =
      Pattern.compile(
          "Search not completed|max search depth too small|out of memory|DMEMLIM bound"
              + "|Bit statespace search|Hash-Compact");

  private static final Pattern UNREACHED =
      Pattern.compile("(?m)^\\t\\S+\\.pml:(\\d+), state \\d+, \"(.*)\"$");

  /** Whether every state was seen, each as a whole. */
  boolean isComplete() {
    return END.matcher(printed).find() && !CUT.matcher(printed).find();
  }

  int errors() {
    return Integer.parseInt(end().group(2));
  }

  /** The longest path, in steps. */
  int depth() {
    return Integer.parseInt(end().group(1));
  }

  private Matcher end() {
    return found(END);
  }

  long states() {
    return Long.parseLong(found(STATES).group(1));
  }

  double seconds() {
    Matcher seconds = SECONDS.matcher(printed);
    return seconds.find() ? Double.parseDouble(seconds.group(1)) : 0;
  }

  double megabytes() {
    return Double.parseDouble(found(MEGABYTES).group(1));
  }

  private Matcher found(Pattern pattern) {
    Matcher matcher = pattern.matcher(printed);
    if (!matcher.find()) {
      throw new AssertionError("the search did not end: " + printed);
    }
    return matcher;
  }

  /** The assertion that failed. */
  Optional<String> violated() {
    return VIOLATED.matcher(printed).results().map(found -> found.group(1)).findFirst();
  }

  /** After how many steps it failed. */
  int violatedAt() {
    return Integer.parseInt(found(VIOLATED).group(2));
  }

  /**
   * Statements nothing led to: a model that does nothing breaks nothing. Spin counts all of a
   * d_step as reached, so that a statement within one has to say so itself.
   */
  List<String> unreached() {
    return Stream.concat(
            UNREACHED
                .matcher(printed)
                .results()
                .filter(line -> !line.group(2).equals("-end-"))
                .map((MatchResult line) -> "line " + line.group(1) + ": " + line.group(2)),
            statements.stream().filter(name -> !printed.contains("\nreached " + name + "\n")))
        .toList();
  }
}
