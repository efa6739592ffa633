package dev.primacy.core.schedule;

import dev.primacy.FencingToken;
import dev.primacy.NotPrimaryException;
import dev.primacy.Refusal;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.Gate;
import java.time.Instant;
import java.util.Optional;

/** What could be wrong with a schedule, planted to see whether it is found. */
enum Defect {
  NONE,
  /** What was started is known to the node only. */
  IN_MEMORY,
  /** A firing is written down after it ran. */
  WRITTEN_AFTERWARDS,
  /** A store that does not answer is taken to agree. */
  SILENCE_IS_CONSENT,
  /** The role is not looked at again once the firing is claimed. */
  ONE_LOOK;

  FiringClaims in(FiringClaims claims) {
    return switch (this) {
      case NONE, ONE_LOOK -> claims;
      case IN_MEMORY -> FiringClaims.local();
      case WRITTEN_AFTERWARDS -> new Afterwards(claims);
      case SILENCE_IS_CONSENT -> new Consent(claims);
    };
  }

  Gate in(Gate gate) {
    return this == ONE_LOOK ? new Blind(gate) : gate;
  }

  private record Consent(FiringClaims claims) implements FiringClaims {
    @Override
    public ClaimOutcome begin(Optional<FencingToken> token, Instant now) {
      return claims.begin(token, now);
    }

    @Override
    public ClaimOutcome claim(Optional<FencingToken> token, Instant firing) {
      ClaimOutcome outcome = claims.claim(token, firing);
      return outcome instanceof ClaimOutcome.Unanswered ? new ClaimOutcome.Claimed() : outcome;
    }
  }

  private static final class Afterwards implements FiringClaims {
    private final FiringClaims claims;
    private Optional<FencingToken> token = Optional.empty();
    private Instant ran;

    Afterwards(FiringClaims claims) {
      this.claims = claims;
    }

    @Override
    public ClaimOutcome begin(Optional<FencingToken> next, Instant now) {
      write();
      return claims.begin(next, now);
    }

    @Override
    public ClaimOutcome claim(Optional<FencingToken> held, Instant firing) {
      write();
      token = held;
      ran = firing;
      return new ClaimOutcome.Claimed();
    }

    private void write() {
      if (ran != null) {
        claims.claim(token, ran);
        ran = null;
      }
    }
  }

  private record Blind(Gate gate) implements Gate {
    @Override
    public String group() {
      return gate.group();
    }

    @Override
    public Admission tryEnter(long minRemainingNanos) {
      return gate.tryEnter(minRemainingNanos);
    }

    @Override
    public Admission check(long minRemainingNanos) {
      return gate.check(minRemainingNanos);
    }

    @Override
    public void leave(Admission admission) {
      gate.leave(admission);
    }

    @Override
    public boolean stands(Admission admission) {
      return true;
    }

    @Override
    public Refusal refusal() {
      return gate.refusal();
    }

    @Override
    public NotPrimaryException refuse(String target) {
      return gate.refuse(target);
    }
  }
}
