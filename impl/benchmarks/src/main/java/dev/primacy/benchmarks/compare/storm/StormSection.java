package dev.primacy.benchmarks.compare.storm;

import dev.primacy.benchmarks.compare.Section;
import dev.primacy.benchmarks.compare.SideBySide;
import dev.primacy.benchmarks.compare.Terms;
import dev.primacy.benchmarks.compare.cohort.Competitor;
import dev.primacy.benchmarks.compare.store.Stores;
import dev.primacy.benchmarks.report.Columns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Three nodes that start at once, again and again: each time one leads in the end, and only one.
 */
public final class StormSection implements Section {
  private static final Duration LEASE = Duration.ofSeconds(3);
  private static final double LIMIT = 3.0 * LEASE.toMillis();

  @Override
  public String name() {
    return "storm";
  }

  @Override
  public boolean run(Terms terms) throws Exception {
    List<Landfall> all;
    List<Storm> storms = new ArrayList<>();
    try (Stores stores = new Stores(terms.data(name()))) {
      for (int run = 1; run <= 2 * terms.runs(); run++) {
        int number = run;
        terms
            .competitors()
            .filter(Competitor::isPrimacy)
            .forEach(one -> storms.add(new Storm(terms, stores, one, number, LEASE)));
      }
      // three JVMs that start at once are as much as this measures
      all = new SideBySide(terms.out(), 1).run(storms);
    }
    terms.keep(name(), Landfall.HEADS, all.stream().map(Landfall::csv));
    print(terms, all);
    return all.size() == storms.size() && all.stream().allMatch(one -> one.leaders() > 0);
  }

  private static void print(Terms terms, List<Landfall> all) {
    Columns columns =
        new Columns(
            List.of(
                "system",
                "one leader in time",
                "led: worst ms",
                "after boot",
                "known to all: worst ms",
                "goal",
                "verdict"));
    terms.competitors().filter(Competitor::isPrimacy).forEach(one -> columns.add(line(one, all)));
    columns.print(terms.out());
  }

  private static List<String> line(Competitor competitor, List<Landfall> all) {
    List<Landfall> own = all.stream().filter(one -> one.competitor() == competitor).toList();
    long good = own.stream().filter(one -> one.isGood(LIMIT)).count();
    return List.of(
        competitor.id(),
        good + "/" + own.size(),
        worst(own, Landfall::led),
        worst(own, Landfall::ledAfterBoot),
        worst(own, Landfall::known),
        String.format(Locale.ROOT, "<= %.0f", LIMIT),
        good == own.size() ? "pass" : "MISS");
  }

  private static String worst(List<Landfall> own, ToDoubleFunction<Landfall> what) {
    double worst = own.stream().mapToDouble(what).filter(one -> !Double.isNaN(one)).max().orElse(0);
    return String.format(Locale.ROOT, "%.0f", worst);
  }
}
