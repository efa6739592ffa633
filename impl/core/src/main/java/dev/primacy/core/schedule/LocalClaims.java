package dev.primacy.core.schedule;

import dev.primacy.FencingToken;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** There is nobody to share with. */
final class LocalClaims implements FiringClaims {
  private @Nullable Instant upTo;

  @Override
  public ClaimOutcome begin(Optional<FencingToken> token, Instant now) {
    Instant known = upTo == null ? now : upTo;
    upTo = known;
    return new ClaimOutcome.Settled(known);
  }

  @Override
  public ClaimOutcome claim(Optional<FencingToken> token, Instant firing) {
    Instant known = upTo;
    if (known != null && !firing.isAfter(known)) {
      return new ClaimOutcome.Settled(known);
    }
    upTo = firing;
    return new ClaimOutcome.Claimed();
  }
}
