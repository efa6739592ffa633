package dev.primacy.faults.check;

import dev.primacy.faults.history.History;
import java.util.List;

/** Judges histories by all rules. */
public final class Checker {
  private static final List<Rule> RULES =
      List.of(
          new OnePrimaryAtATime(),
          new OneHolderPerToken(),
          new TokensRiseInTheResource(),
          new DoneIsStoredOnce(),
          new NeverStoredTwice(),
          new RefusedIsNotRun(),
          new NothingFromNowhere(),
          new RoleEventsAreContiguous(),
          new EventsReplayToTheRegistry(),
          new PrimaryReturnsInTime());

  private Checker() {}

  /** The sentences that are checked. */
  public static List<String> rules() {
    return RULES.stream().map(Rule::name).toList();
  }

  /** What is wrong; empty if nothing can be proven to be. */
  public static List<Violation> check(History history) {
    return RULES.stream()
        .flatMap(
            rule ->
                rule.breaches(history).stream().map(detail -> new Violation(rule.name(), detail)))
        .toList();
  }
}
