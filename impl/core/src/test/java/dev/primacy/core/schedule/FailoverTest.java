package dev.primacy.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.Firing;
import dev.primacy.MissedFirings;
import dev.primacy.core.record.ScheduleRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A schedule of every second, ten minutes of time and fifty failovers: step-downs, kills, pauses,
 * cut connections and clocks that are set, between nodes whose clocks differ by three seconds, with
 * claims that get lost, arrive late, or take longer than the lease.
 */
class FailoverTest {
  private static final Duration MINUTES = Duration.ofMinutes(10);
  private static final int FAILOVERS = 50;

  /** Some of them hit while nobody is primary. */
  private static final int STRIKES = 58;

  private static final Duration SECOND = Duration.ofSeconds(1);

  @ParameterizedTest
  @CsvSource({"SKIP,1", "ONCE,3", "ALL,5"})
  void no_firing_runs_twice_and_missed_ones_are_treated_as_the_policy_says(
      MissedFirings missed, long seed, TestReporter reporter) {
    VirtualCluster cluster = cluster(missed, seed, Defect.NONE);
    cluster.pass(MINUTES);
    FiringBook book = cluster.record;
    reporter.publishEntry(missed + " with seed " + seed, book.toString());
    assertThat(book.violations).as("seed %d", seed).isEmpty();
    assertThat(book.tokens).as("tokens, seed %d", seed).hasSizeGreaterThan(FAILOVERS);
    assertThat(book.runs).as("seed %d", seed).hasSizeGreaterThan(150);
    assertThat(claimedTwice(cluster.store.written)).isEmpty();
    switch (missed) {
      case SKIP -> nothing_missed_is_run(book);
      case ONCE -> the_latest_missed_one_is_run_first(book);
      case ALL -> each_one_is_claimed(cluster);
    }
  }

  private static void nothing_missed_is_run(FiringBook book) {
    assertThat(book.late()).isZero();
    assertThat(book.reigns)
        .filteredOn(reign -> reign.first != null)
        .isNotEmpty()
        .allSatisfy(reign -> assertThat(reign.first).isAfter(reign.began));
  }

  private static void the_latest_missed_one_is_run_first(FiringBook book) {
    Set<Instant> late =
        book.runs.stream().filter(Firing::late).map(Firing::scheduled).collect(Collectors.toSet());
    List<FiringBook.Reign> missed =
        book.reigns.stream()
            .filter(reign -> reign.first != null)
            .filter(reign -> Duration.between(reign.upTo, reign.began).compareTo(SECOND) >= 0)
            .toList();
    assertThat(missed)
        .filteredOn(reign -> !reign.first.isAfter(reign.began))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            reign ->
                assertThat(reign.first).isEqualTo(reign.began.truncatedTo(ChronoUnit.SECONDS)));
    Set<Instant> firsts =
        missed.stream().map(reign -> reign.first).collect(Collectors.toCollection(HashSet::new));
    assertThat(firsts.stream().filter(late::contains)).hasSizeGreaterThan(10);
  }

  /** One by one, none left out; those that were claimed and not run have a reason. */
  private static void each_one_is_claimed(VirtualCluster cluster) {
    Set<Instant> claimed = new TreeSet<>();
    cluster.store.written.forEach(record -> claimed.add(record.upTo()));
    claimed.removeIf(upTo -> upTo.toEpochMilli() % 1_000 != 0);
    Instant first = claimed.iterator().next();
    long expected = claimed.size();
    Instant last = first.plusSeconds(expected - 1);
    assertThat(claimed).contains(last);
    assertThat(claimed.stream().max(Instant::compareTo)).contains(last);
    assertThat(expected).isGreaterThan(550);
    Set<Instant> run =
        cluster.record.runs.stream().map(Firing::scheduled).collect(Collectors.toSet());
    claimed.removeAll(run);
    // killed or paused within the claim, or the role ended in it, or nobody heard of it
    assertThat(claimed).hasSizeLessThan(60);
    assertThat(cluster.record.late()).isGreaterThan(50);
  }

  private static List<List<Object>> claimedTwice(List<ScheduleRecord> written) {
    Map<List<Object>, Long> times =
        written.stream()
            .collect(
                Collectors.groupingBy(
                    record -> List.of(record.upTo(), record.term()), Collectors.counting()));
    return times.keySet().stream().filter(claim -> times.get(claim) > 1).toList();
  }

  private static VirtualCluster cluster(MissedFirings missed, long seed, Defect defect) {
    SchedulePlan plan =
        new SchedulePlan("tick", VirtualCluster.GROUP, new EveryTimetable(SECOND), missed);
    VirtualCluster cluster = new VirtualCluster(seed, plan, defect);
    for (int i = 1; i <= STRIKES; i++) {
      cluster.later(MINUTES.multipliedBy(i).dividedBy(STRIKES + 1), cluster::strike);
    }
    return cluster;
  }

  // ---- what would be found

  @ParameterizedTest
  @CsvSource({"IN_MEMORY,7", "WRITTEN_AFTERWARDS,8", "SILENCE_IS_CONSENT,9"})
  void claims_that_do_not_keep_their_promise_are_found(Defect defect, long seed) {
    assertThat(finds("twice: ", seed, defect)).isTrue();
  }

  @Test
  void a_role_that_is_not_looked_at_again_after_the_claim_is_found() {
    assertThat(finds(" was let in", 10, Defect.ONE_LOOK)).isTrue();
  }

  private static boolean finds(String violation, long seed, Defect defect) {
    VirtualCluster cluster = cluster(MissedFirings.ALL, seed, defect);
    boolean found = false;
    for (int i = 0; i < MINUTES.toSeconds() && !found; i++) {
      cluster.pass(SECOND);
      found = cluster.record.violations.stream().anyMatch(said -> said.contains(violation));
    }
    return found;
  }
}
