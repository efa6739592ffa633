package dev.primacy.benchmarks.compare.safety;

import dev.primacy.benchmarks.compare.Section;
import dev.primacy.benchmarks.compare.SideBySide;
import dev.primacy.benchmarks.compare.Terms;
import dev.primacy.benchmarks.compare.cohort.Competitor;
import dev.primacy.benchmarks.compare.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether two nodes lead at the same time, under what happens to nodes, clocks and stores. */
public final class SafetySection implements Section {
  static final String NAME = "safety";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean run(Terms terms) throws Exception {
    List<Trial> trials;
    List<Outcome> all;
    try (Stores stores = new Stores(terms.data(name()))) {
      trials = trials(terms, stores, clock(terms));
      all = new SideBySide(terms.out(), terms.parallel()).run(trials);
    }
    terms.keep(name(), Outcome.HEADS, all.stream().map(Outcome::csv));
    String page = new SafetyTable(competitors(terms).toList(), all).markdown();
    Files.writeString(terms.directory().resolve(NAME + ".md"), page);
    terms.out().printf("%n%s", page);
    return all.size() == trials.size() && all.stream().allMatch(one -> one.judgement().isPresent());
  }

  /** One database is enough for the same lock registry. */
  private static Stream<Competitor> competitors(Terms terms) {
    return terms.competitors().filter(one -> one != Competitor.SPRING_H2);
  }

  private static Optional<WallClock> clock(Terms terms) throws IOException, InterruptedException {
    Optional<WallClock> clock = WallClock.build(terms.data(NAME).resolve("clock"));
    if (clock.isEmpty()) {
      terms.out().println("wrong clocks are skipped: there is no gcc (Debian: gcc, libc6-dev)");
    }
    return clock;
  }

  /** Every scenario once, then once more: if it is interrupted, something of each was seen. */
  private static List<Trial> trials(Terms terms, Stores stores, Optional<WallClock> clock) {
    List<Trial> trials = new ArrayList<>();
    for (int run = 1; run <= terms.runs(); run++) {
      for (Scenario scenario : Scenario.values()) {
        int number = run;
        if (run <= scenario.runs(terms.runs()) && (clock.isPresent() || !scenario.needsClock())) {
          competitors(terms)
              .filter(scenario::concerns)
              .forEach(one -> trials.add(new Trial(terms, stores, clock, one, scenario, number)));
        }
      }
    }
    return trials;
  }
}
