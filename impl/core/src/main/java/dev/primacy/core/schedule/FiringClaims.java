package dev.primacy.core.schedule;

import dev.primacy.FencingToken;
import java.time.Instant;
import java.util.Optional;

/**
 * What was started of one schedule, as this node may know and change it. Asked by one thread at a
 * time; blocks while the store is asked, for at most a few request timeouts.
 *
 * @since 0.1
 */
public interface FiringClaims {

  /**
   * Begins a tenure: from now on no earlier token can claim.
   *
   * @param token the token held; empty without a cluster
   * @param now where a schedule begins that was never started before
   * @return {@link ClaimOutcome.Settled}, and never {@link ClaimOutcome.Claimed}
   */
  ClaimOutcome begin(Optional<FencingToken> token, Instant now);

  /**
   * Claims a firing, and settles all earlier ones with it.
   *
   * @param token the token of {@link #begin}
   * @param firing when it is due
   * @return {@link ClaimOutcome.Claimed} at most once for each firing
   */
  ClaimOutcome claim(Optional<FencingToken> token, Instant firing);

  /**
   * Claims that end with this object, for a node without a cluster.
   *
   * @return new claims
   */
  static FiringClaims local() {
    return new LocalClaims();
  }
}
