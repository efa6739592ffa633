package dev.primacy.benchmarks.compare.safety;

import dev.primacy.benchmarks.compare.Terms;
import dev.primacy.benchmarks.compare.cohort.Cohort;
import dev.primacy.benchmarks.compare.cohort.Competitor;
import dev.primacy.benchmarks.compare.store.Store;
import dev.primacy.benchmarks.compare.store.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

/** One scenario played once, by fresh nodes of one competitor. */
final class Trial implements Callable<Outcome> {
  private static final Duration LEASE = Duration.ofSeconds(3);

  private final Terms terms;
  private final Stores stores;
  private final Optional<WallClock> clock;
  private final Competitor competitor;
  private final Scenario scenario;
  private final int run;

  Trial(
      Terms terms,
      Stores stores,
      Optional<WallClock> clock,
      Competitor competitor,
      Scenario scenario,
      int run) {
    this.terms = terms;
    this.stores = stores;
    this.clock = clock;
    this.competitor = competitor;
    this.scenario = scenario;
    this.run = run;
  }

  @Override
  public Outcome call() throws Exception {
    String cluster = String.join("-", competitor.id(), scenario.id(), Integer.toString(run));
    Outcome outcome = new Outcome(competitor, scenario, run, played(cluster));
    terms.out().println(outcome.csv());
    return outcome;
  }

  private Optional<Judgement> played(String cluster) throws Exception {
    Store store = stores.get(competitor.store());
    Path operations = terms.data(SafetySection.NAME).resolve("operations").resolve(cluster);
    long from;
    long until;
    try (Stage stage = stage(cluster, store, supply(store, operations))) {
      from = scenario.play(stage);
      until = System.nanoTime();
    } catch (TimeoutException e) {
      terms.out().printf("%s: %s%n", cluster, e.getMessage());
      return Optional.empty();
    }
    return Optional.of(Judgement.of(Journal.readAll(operations), from, until));
  }

  private Supply supply(Store store, Path operations) throws IOException {
    return scenario == Scenario.OUTAGE && !competitor.store().isInTheNodes()
        ? Supply.wired(store, operations)
        : Supply.direct(store, operations);
  }

  private Stage stage(String cluster, Store store, Supply supply) throws IOException {
    Cohort cohort = new Cohort(competitor, cluster, store, LEASE, terms.logs());
    Random random = new Random(terms.seed() + cluster.hashCode());
    return new Stage(competitor, cohort, LEASE, supply, clock, random);
  }
}
