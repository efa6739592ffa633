package dev.primacy.benchmarks.compare.failover;

import dev.primacy.benchmarks.compare.Pause;
import dev.primacy.benchmarks.compare.Terms;
import dev.primacy.benchmarks.compare.cohort.Chronicle;
import dev.primacy.benchmarks.compare.cohort.Cohort;
import dev.primacy.benchmarks.compare.cohort.Competitor;
import dev.primacy.benchmarks.compare.cohort.Member;
import dev.primacy.benchmarks.compare.cohort.Said;
import dev.primacy.benchmarks.compare.store.Stores;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** One competitor at one lease: its leader goes again and again, another one takes over. */
final class Duel implements Callable<List<Outcome>> {
  private static final Duration END = Duration.ofSeconds(30);

  private final Terms terms;
  private final Stores stores;
  private final Competitor competitor;
  private final Duration lease;
  private final Random random;
  private final List<Outcome> outcomes = new ArrayList<>();

  Duel(Terms terms, Stores stores, Competitor competitor, Duration lease) {
    this.terms = terms;
    this.stores = stores;
    this.competitor = competitor;
    this.lease = lease;
    this.random = new Random(terms.seed() + 31L * competitor.id().hashCode() + lease.toMillis());
  }

  @Override
  public List<Outcome> call() throws Exception {
    String cluster = "failover-" + competitor.id() + '-' + lease.toSeconds();
    try (Cohort cohort =
        new Cohort(competitor, cluster, stores.get(competitor.store()), lease, terms.logs())) {
      cohort.startAll();
      for (int run = 1; run <= terms.runs(); run++) {
        for (Way way : Way.values()) {
          round(cohort, way, run);
        }
      }
    }
    terms.out().printf("%s at %s is done%n", competitor.id(), lease);
    return outcomes;
  }

  /** A round that fails counts, and what comes after it begins anew. */
  private void round(Cohort cohort, Way way, int run)
      throws IOException, InterruptedException, TimeoutException {
    try {
      outcomes.add(succession(cohort, way, run));
    } catch (TimeoutException e) {
      terms.out().printf("%s %s %d: %s; %s%n", competitor.id(), way, run, e.getMessage(), cohort);
      outcomes.add(Outcome.failed(competitor, lease, way, run));
      cohort.close();
      cohort.startAll();
      cohort.awaitSettled();
    }
  }

  private Outcome succession(Cohort cohort, Way way, int run)
      throws IOException, InterruptedException, TimeoutException {
    double delay = waitSomewhat(cohort);
    Member leader = cohort.awaitSettled();
    Chronicle chronicle = cohort.chronicle();
    int mark = chronicle.mark();
    long signal = System.nanoTime();
    way.apply(leader);
    long next = chronicle.await(mark, leadsAfter(leader), "a successor", patience()).number();
    leader.awaitEnd(END);
    cohort.start(leader.number());
    double closing = millis(closed(chronicle, mark, leader).orElse(signal), next);
    double overlap =
        said(chronicle, mark, leader, "follows")
            .map(led -> Math.max(0, millis(next, led)))
            .orElse(Double.NaN);
    return new Outcome(competitor, lease, way, run, delay, millis(signal, next), closing, overlap);
  }

  private static Predicate<Said> leadsAfter(Member leader) {
    return said -> said.word().equals("leads") && said.by() != leader;
  }

  private Duration patience() {
    return lease.multipliedBy(4).plusSeconds(10);
  }

  /** Anywhere in the interval between two renewals. */
  private double waitSomewhat(Cohort cohort) throws InterruptedException, TimeoutException {
    cohort.awaitSettled();
    Duration third = lease.dividedBy(3);
    Duration somewhat = third.plusNanos((long) (random.nextDouble() * third.toNanos()));
    Pause.of(somewhat);
    return somewhat.toNanos() / 1e6;
  }

  /** Primacy's guard is what closes; a rival is told. */
  private Optional<Long> closed(Chronicle chronicle, int mark, Member leader) {
    return said(chronicle, mark, leader, competitor.isPrimacy() ? "follows" : "told");
  }

  private static Optional<Long> said(Chronicle chronicle, int mark, Member by, String word) {
    return chronicle
        .find(mark, said -> said.by() == by && said.word().equals(word))
        .map(Said::number);
  }

  private static double millis(long from, long to) {
    return (to - from) / 1e6;
  }
}
