package dev.primacy.benchmarks.compare.safety;

import dev.primacy.benchmarks.compare.cohort.Competitor;
import dev.primacy.benchmarks.report.Sample;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The worst of all runs, and beside it how long nobody led, as tables for a page. */
final class SafetyTable {
  private static final String ABSENT = "–";

  private final List<Competitor> competitors;
  private final List<Outcome> outcomes;

  SafetyTable(List<Competitor> competitors, List<Outcome> outcomes) {
    this.competitors = competitors;
    this.outcomes = outcomes;
  }

  /** As a page shows them. */
  String markdown() {
    return String.join(
        "\n",
        table("Two at once: the worst of all runs", SafetyTable::worst),
        table("Nobody led: median (maximum) of the longest time, ms", SafetyTable::vacancy),
        table("Runs that came about", SafetyTable::runs));
  }

  private String table(String title, Function<List<Outcome>, String> cell) {
    List<Scenario> scenarios = List.of(Scenario.values());
    Stream<String> heads =
        Stream.of(
            line(title, scenarios.stream().map(Scenario::title)),
            "|" + "---|".repeat(scenarios.size() + 1));
    Stream<String> lines =
        competitors.stream()
            .map(
                one ->
                    line(
                        '`' + one.id() + '`',
                        scenarios.stream().map(scenario -> cell.apply(of(one, scenario)))));
    return Stream.concat(heads, lines).collect(Collectors.joining("\n", "", "\n"));
  }

  private List<Outcome> of(Competitor competitor, Scenario scenario) {
    return outcomes.stream()
        .filter(one -> one.competitor() == competitor && one.scenario() == scenario)
        .toList();
  }

  private static String line(String first, Stream<String> cells) {
    return Stream.concat(Stream.of(first), cells).collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static List<Judgement> judged(List<Outcome> outcomes) {
    return outcomes.stream().flatMap(one -> one.judgement().stream()).toList();
  }

  private static String worst(List<Outcome> outcomes) {
    List<Judgement> judged = judged(outcomes);
    if (judged.isEmpty()) {
      return outcomes.isEmpty() ? ABSENT : "failed";
    }
    double together = judged.stream().mapToDouble(Judgement::together).max().orElseThrow();
    long stale = judged.stream().mapToLong(Judgement::stale).max().orElseThrow();
    long thefts =
        outcomes.get(0).scenario().leavesTheLeaderAlone()
            ? judged.stream().mapToLong(Judgement::thefts).max().orElseThrow()
            : 0;
    return together == 0 && stale == 0 && thefts == 0 ? "0" : bad(together, stale, thefts);
  }

  private static String bad(double together, long stale, long thefts) {
    String text = String.format(Locale.ROOT, "**%,.0f ms**", Math.ceil(together));
    if (stale > 0) {
      text += String.format(Locale.ROOT, ", %,d calls", stale);
    }
    if (thefts > 0) {
      text += String.format(Locale.ROOT, ", %,d thefts", thefts);
    }
    return text;
  }

  private static String vacancy(List<Outcome> outcomes) {
    List<Judgement> judged = judged(outcomes);
    if (judged.isEmpty()) {
      return ABSENT;
    }
    Sample vacant = Sample.of(judged.stream().mapToDouble(Judgement::vacant));
    long never = judged.stream().filter(one -> !one.led()).count();
    return String.format(Locale.ROOT, "%,.0f (%,.0f)", vacant.median(), vacant.greatest())
        + (never == 0 ? "" : ", to the end in " + never);
  }

  private static String runs(List<Outcome> outcomes) {
    return outcomes.isEmpty() ? ABSENT : judged(outcomes).size() + "/" + outcomes.size();
  }
}
