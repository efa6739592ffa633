package dev.primacy.engine.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pauses at random, for as long as one likes. */
interface ChaosRules {
  /** {@code -Dtck.chaos=60} for the figures. */
  String SECONDS = "tck.chaos";

  Duration LEASE = Duration.ofMillis(200);

  int FEWEST_TERMS = 3;

  @Test
  default void five_nodes_that_pause_at_random_are_never_two_primaries(Election election)
      throws Exception {
    Bench bench = election.bench();
    Duration lease = bench.service().shortestLease();
    if (!lease.equals(LEASE)) {
      bench.remark("with a lease of " + lease.toMillis() + " ms");
    }
    for (int i = 1; i <= 5; i++) {
      ElectionNode node = election.start("n" + i, "primacy.lease", lease.toMillis() + "ms");
      Random random = new Random(bench.random().nextLong());
      node.link().pauseAtRandom(random, 0.15, lease.dividedBy(2), lease.multipliedBy(2));
    }
    Duration time = Duration.ofSeconds(Long.getLong(SECONDS, 5));
    Waiting.pass(time);
    changeHands(election);
    election.tenure(election.awaitPrimary());
    report(bench, time, lease, election.tenures());
    assertThat(election.tenures().problems()).isEmpty();
  }

  /** By chance the role may have stayed where it was, and nothing was put to the test. */
  private static void changeHands(Election election) throws Exception {
    while (election.tenures().all().size() < FEWEST_TERMS) {
      ElectionNode primary = election.awaitPrimary();
      primary.link().pauseBeforeSending();
      election.awaitSuccessor(primary);
      primary.link().resume();
    }
  }

  private static void report(Bench bench, Duration time, Duration lease, Tenures tenures) {
    Report.line(
        "%s: %d s, lease %d ms, %d terms, smallest gap %s, seed %d"
            .formatted(
                bench.service().name(),
                time.toSeconds(),
                lease.toMillis(),
                tenures.all().size(),
                tenures.smallestGap().map(gap -> gap.toNanos() / 1000 + " us").orElse("none"),
                bench.seed()));
  }
}
