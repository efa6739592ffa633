package dev.primacy.core.elector;

import static java.util.Objects.requireNonNull;

import dev.primacy.core.record.NodeRecord;
import java.time.Duration;

/**
 * The longest lease and the greatest drift seen of any node. They only grow, and outlive an
 * incarnation: after a wipe no record tells any more how long a node that is cut off may still act
 * (rule R9).
 *
 * @param lease the longest lease
 * @param drift the greatest drift bound
 * @since 0.1
 */
public record LeaseBounds(Duration lease, double drift) {

  /** Checks the component. */
  public LeaseBounds {
    requireNonNull(lease, "lease");
  }

  /**
   * What a node knows that has seen nobody.
   *
   * @param timing its own timing
   * @return the longest lease it accepts, and its own drift bound
   */
  public static LeaseBounds of(Timing timing) {
    return new LeaseBounds(timing.longestLease(), timing.drift());
  }

  LeaseBounds covering(NodeRecord seen) {
    return covering(seen.lease(), seen.drift());
  }

  /** This object itself if it covers the values already. */
  LeaseBounds covering(Duration otherLease, double otherDrift) {
    boolean longer = otherLease.compareTo(lease) > 0;
    return longer || otherDrift > drift
        ? new LeaseBounds(longer ? otherLease : lease, Math.max(drift, otherDrift))
        : this;
  }
}
