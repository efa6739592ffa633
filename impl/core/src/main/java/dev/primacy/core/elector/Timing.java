package dev.primacy.core.elector;

import java.time.Duration;

/**
 * The lease and what follows from it, checked as one (rule R8).
 *
 * @param lease how long a renewal lasts; travels in the node record
 * @param drift the bound on how much faster one clock runs than another, 0.01 for one per cent;
 *     travels in the node record
 * @param renewEvery time between renewals; too long and one lost renewal ends the lease, too short
 *     and the store works for nothing
 * @param requestTimeout how long one request to the store may take
 * @param longestLease the longest lease this node accepts of any other: the first primary of a new
 *     scope waits this long
 * @param tombstones how long records of dead nodes are kept (rule R7)
 * @since 0.1
 */
public record Timing(
    Duration lease,
    double drift,
    Duration renewEvery,
    Duration requestTimeout,
    Duration longestLease,
    Duration tombstones) {

  /**
   * Checks the relations between the components.
   *
   * @throws IllegalArgumentException if two renewals and a request do not fit into the lease, or
   *     another rule is broken
   */
  public Timing {
    require(
        lease.compareTo(Duration.ofMillis(100)) >= 0, "lease " + lease + " is shorter than 100 ms");
    require(drift >= 0 && drift <= 0.2, "drift " + drift + " is not between 0 and 0.2");
    require(
        isPositive(renewEvery) && isPositive(requestTimeout),
        "renewEvery and requestTimeout must be positive");
    require(
        longestLease.compareTo(lease) >= 0,
        "longestLease " + longestLease + " is shorter than lease " + lease);
    Duration needed = renewEvery.multipliedBy(2).plus(requestTimeout);
    Duration usable = lease.minusNanos(marginNanos(lease, drift));
    require(
        needed.compareTo(usable) <= 0,
        "two renewals and a request take "
            + needed
            + ", but the lease less its margin lasts "
            + usable);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static boolean isPositive(Duration time) {
    return !time.isNegative() && !time.isZero();
  }

  /**
   * The timing that follows from a lease alone.
   *
   * @param lease the lease
   * @param drift the drift bound
   * @return renewals every third of it, requests of a quarter
   */
  public static Timing of(Duration lease, double drift) {
    return new Timing(
        lease, drift, lease.dividedBy(3), lease.dividedBy(4), lease, Duration.ofHours(1));
  }

  /**
   * How much earlier than its lease a holder stops: drift, and slack of 2 % but at least 5 ms (rule
   * R1).
   *
   * @return nanoseconds
   */
  public long marginNanos() {
    return marginNanos(lease, drift);
  }

  /** How long to wait before something that failed is tried again. */
  long retryNanos() {
    return renewEvery.toNanos() / 4;
  }

  /**
   * The margin of a lease and a drift bound that need not fit to anything else yet.
   *
   * @param lease the lease
   * @param drift the drift bound
   * @return nanoseconds
   */
  public static long marginNanos(Duration lease, double drift) {
    return marginNanos(lease.toNanos(), drift);
  }

  static long marginNanos(long nanos, double drift) {
    return (long) Math.ceil(nanos * drift) + Math.max(nanos / 50, 5_000_000);
  }
}
