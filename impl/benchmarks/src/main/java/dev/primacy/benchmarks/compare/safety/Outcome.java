package dev.primacy.benchmarks.compare.safety;

import dev.primacy.benchmarks.compare.cohort.Competitor;
import java.util.Locale;
import java.util.Optional;

/**
 * How one run ended.
 *
 * @param competitor who
 * @param scenario what happened
 * @param run which time
 * @param judgement empty if it could not be brought about
 */
record Outcome(Competitor competitor, Scenario scenario, int run, Optional<Judgement> judgement) {
  static final String HEADS =
      "system,scenario,run,two_at_once_ms,stale_calls,thefts,without_leader_ms,led_at_end";

  String csv() {
    String first = String.join(",", competitor.id(), scenario.id(), Integer.toString(run));
    return judgement.map(one -> first + csv(one)).orElse(first + ",NaN,NaN,NaN,NaN,false");
  }

  private String csv(Judgement one) {
    return String.format(
        Locale.ROOT,
        ",%.2f,%d,%s,%.2f,%s",
        one.together(),
        one.stale(),
        scenario.leavesTheLeaderAlone() ? one.thefts() : "",
        one.vacant(),
        one.led());
  }
}
