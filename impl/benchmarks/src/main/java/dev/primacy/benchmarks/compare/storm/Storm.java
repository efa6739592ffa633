package dev.primacy.benchmarks.compare.storm;

import dev.primacy.benchmarks.compare.Pause;
import dev.primacy.benchmarks.compare.Terms;
import dev.primacy.benchmarks.compare.cohort.Chronicle;
import dev.primacy.benchmarks.compare.cohort.Cohort;
import dev.primacy.benchmarks.compare.cohort.Competitor;
import dev.primacy.benchmarks.compare.cohort.Said;
import dev.primacy.benchmarks.compare.store.Stores;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

/** Three nodes start at once in a cluster that nobody was in before. */
final class Storm implements Callable<Landfall> {
  static final int NODES = 3;

  private final Terms terms;
  private final Stores stores;
  private final Competitor competitor;
  private final int run;
  private final Duration lease;

  Storm(Terms terms, Stores stores, Competitor competitor, int run, Duration lease) {
    this.terms = terms;
    this.stores = stores;
    this.competitor = competitor;
    this.run = run;
    this.lease = lease;
  }

  @Override
  public Landfall call() throws Exception {
    String cluster = "storm-" + competitor.id() + '-' + run;
    try (Cohort cohort =
        new Cohort(competitor, cluster, stores.get(competitor.store()), lease, terms.logs())) {
      Landfall landfall = endOf(cohort);
      terms.out().println(landfall.csv());
      return landfall;
    }
  }

  private Landfall endOf(Cohort cohort) throws IOException, InterruptedException {
    long launch = System.nanoTime();
    for (int i = 0; i < NODES; i++) {
      cohort.start(i);
    }
    try {
      cohort.awaitSettled();
    } catch (TimeoutException e) {
      terms.out().println(e.getMessage() + "; " + cohort);
      return Landfall.failed(competitor, run);
    }
    long settled = System.nanoTime();
    // whoever came late could still disagree
    Pause.of(lease.dividedBy(3));
    return landfall(cohort.chronicle(), launch, settled);
  }

  private Landfall landfall(Chronicle chronicle, long launch, long settled) {
    long led = chronicle.findLast(0, Storm::isLead).orElseThrow().number();
    long up = chronicle.findLast(0, said -> said.word().equals("starting")).orElseThrow().number();
    return new Landfall(
        competitor,
        run,
        (led - launch) / 1e6,
        (led - up) / 1e6,
        (settled - launch) / 1e6,
        chronicle.count(Storm::isLead));
  }

  private static boolean isLead(Said said) {
    return said.word().equals("leads");
  }
}
