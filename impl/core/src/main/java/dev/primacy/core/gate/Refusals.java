package dev.primacy.core.gate;

import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.NotPrimaryException;
import dev.primacy.Refusal;
import dev.primacy.RefusalReason;
import dev.primacy.core.CoreMessages;
import java.time.Duration;
import java.util.Optional;

/** Puts together what a refused caller hears. Off the path of calls that are let in. */
final class Refusals {
  private static final Duration PRIMARY_KNOWN = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final String group;
  private final LeaseGate gate;
  private final RefusalFacts facts;

  Refusals(String group, LeaseGate gate, RefusalFacts facts) {
    this.group = group;
    this.gate = gate;
    this.facts = facts;
  }

  Refusal refusal() {
    GroupStanding standing = facts.standing();
    Optional<NodeId> primary = facts.primaryId();
    RefusalReason reason = reason(standing, primary);
    return new Refusal(
        group,
        facts.node(),
        role(standing),
        standing,
        reason,
        primary,
        facts.latestTerm(),
        retryAfter(reason));
  }

  NotPrimaryException exception(String target) {
    Refusal refusal = refusal();
    return new NotPrimaryException(() -> message(refusal, target), refusal);
  }

  private RefusalReason reason(GroupStanding standing, Optional<NodeId> primary) {
    Admission published = gate.published();
    if (published.token() != null && published.open()) {
      return published.readOnly() && gate.check(0) != null
          ? RefusalReason.READ_ONLY
          : RefusalReason.LEASE_EXPIRED;
    }
    if (standing != GroupStanding.MEMBER && standing != GroupStanding.RELAY) {
      return RefusalReason.UNDECIDED;
    }
    // this node itself is no answer: it is on its way up or down
    return primary.isPresent() && !primary.get().equals(facts.node())
        ? RefusalReason.NOT_PRIMARY
        : RefusalReason.NO_PRIMARY;
  }

  /** Never PRIMARY but for a lease that stands: too short for the call, or the group read-only. */
  private NodeRole role(GroupStanding standing) {
    if (standing == GroupStanding.LEFT || standing == GroupStanding.STANDALONE) {
      return NodeRole.NOT_IN_GROUP;
    }
    Admission now = gate.check(0);
    return now == null || now.token() == null ? NodeRole.SECONDARY : NodeRole.PRIMARY;
  }

  private Duration retryAfter(RefusalReason reason) {
    if (reason == RefusalReason.NOT_PRIMARY) {
      return PRIMARY_KNOWN;
    }
    Duration patience = facts.patience();
    return patience.compareTo(LONGEST) > 0 ? LONGEST : patience;
  }

  private static String message(Refusal refusal, String target) {
    String known =
        refusal.primary().map(primary -> "primary: " + primary.name()).orElse("no primary known")
            + (refusal.term().isPresent() ? ", term " + refusal.term().getAsLong() : "");
    if (refusal.reason() == RefusalReason.LEASE_EXPIRED) {
      return CoreMessages.MESSAGES.leaseEnded(refusal.group(), known, target);
    }
    if (refusal.reason() == RefusalReason.READ_ONLY) {
      return CoreMessages.MESSAGES.readOnly(refusal.group(), target);
    }
    String role =
        refusal.standing() == GroupStanding.MEMBER
            ? refusal.role().name()
            : refusal.role() + " and " + refusal.standing();
    return CoreMessages.MESSAGES.refused(role, refusal.group(), known, target);
  }
}
