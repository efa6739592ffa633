package dev.primacy.benchmarks.compare.requests;

import dev.primacy.benchmarks.compare.cohort.Competitor;
import java.time.Duration;
import java.util.Locale;

/**
 * What two idle nodes asked of their store.
 *
 * @param competitor who
 * @param groups how many groups both are in
 * @param lease the lease
 * @param seconds how long it was counted
 * @param leader requests of the node that leads all groups
 * @param follower requests of the other one
 */
record Load(
    Competitor competitor, int groups, Duration lease, double seconds, long leader, long follower) {
  static final String HEADS = "system,groups,lease_ms,seconds,leader_requests,follower_requests";

  double leaderRate() {
    return leader / seconds;
  }

  double followerRate() {
    return follower / seconds;
  }

  String csv() {
    return String.format(
        Locale.ROOT,
        "%s,%d,%d,%.2f,%d,%d",
        competitor.id(),
        groups,
        lease.toMillis(),
        seconds,
        leader,
        follower);
  }
}
