package dev.primacy.core.elector;

import dev.primacy.FencingToken;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.GroupState;
import dev.primacy.core.record.NodeRecord;
import dev.primacy.core.record.NodeState;
import dev.primacy.spi.PutOutcome;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The decisions safety rests on, one method each, named after the rules of {@code election.md}. The
 * rest of the package carries them out. They were model-checked in exactly this form: none may be
 * changed without a model that passes.
 */
class ElectionRules {

  /** The rules as they are. */
  static final ElectionRules STANDARD = new ElectionRules();

  /** R1: a lease counts from before the first byte of its attempt left, never from the reply. */
  Deadline lease(ClockReading sent, ClockReading answered, Timing timing) {
    return Deadline.after(sent, timing.lease().toNanos() - timing.marginNanos());
  }

  /** R1: only a known success extends the lease; "unknown" never does. */
  boolean provesRenewal(PutOutcome outcome) {
    return outcome instanceof PutOutcome.Stored;
  }

  /**
   * R1: a read credits the attempt whose number it shows, counted from when that one was sent. Null
   * if it shows a number that was never sent, or too long ago to matter.
   */
  @Nullable ClockReading sentTimeOf(long attemptRead, Map<Long, ClockReading> sentTimes) {
    return sentTimes.get(attemptRead);
  }

  /** R1: the lease is the pair of one attempt, the newest credited, never two maxima. */
  Deadline newer(@Nullable Deadline current, Deadline credited) {
    return credited;
  }

  /** R1: an incarnation whose record says so, or is missing once known, is dead for good. */
  boolean isDead(@Nullable NodeRecord own) {
    return own == null || own.state() != NodeState.ALIVE;
  }

  /** R2: time counts from after the reply that first showed a version. */
  long firstSeen(ClockReading sent, ClockReading answered) {
    return answered.nanos();
  }

  /** R2: a version that did not change for this long, by the record's own values, is expelled. */
  long patience(NodeRecord seen, Timing own) {
    return stretched(seen.lease().toNanos(), seen.drift());
  }

  /** R6: a missing record is a version like any other, of the longest lease it may have had. */
  long patienceWithMissing(long longestLease, double drift) {
    return stretched(longestLease, drift);
  }

  /** R3: a group is free without a holder, or when its holder certainly acts no more. */
  boolean isFree(GroupRecord group, @Nullable NodeRecord holder, boolean holderIsOverdue) {
    return group.holder().isEmpty() || (holder != null && holder.state() != NodeState.ALIVE);
  }

  /** R3: whoever takes a group takes it in the next term, also from its own burned one. */
  GroupRecord taken(GroupRecord group, UUID taker) {
    return group.takenBy(taker);
  }

  /** R3 and R9: a token ends when its record is gone, or shows another scope, term or holder. */
  boolean ends(FencingToken held, @Nullable GroupRecord seen, UUID self) {
    return seen == null
        || !seen.scope().equals(held.scope())
        || seen.term() != held.term()
        || seen.holder().filter(self::equals).isEmpty();
  }

  /** R3 and R5: a term read as one's own counts only above every burned one, released or lapsed. */
  boolean mayResume(long termRead, long burned, boolean released) {
    return termRead > burned;
  }

  /**
   * R5: whoever joins a group believes no answer to what was asked before: it may show the group as
   * it was before this node had left it, held under a term that is burned and not remembered.
   */
  long believesAfter(long lastNumber) {
    return lastNumber;
  }

  /** R5: a group is forgotten only when the store certainly does not name this node its holder. */
  boolean mayForget(boolean mayBeHeld) {
    return !mayBeHeld;
  }

  /** R5: a group that was left and names this node, by a write that came late, is given back. */
  boolean isStray(GroupRecord group, UUID self) {
    return group.holder().filter(self::equals).isPresent();
  }

  /** R7: a tombstone goes when no group names it and it is older than any request can live. */
  boolean isRemovable(long age, boolean named, Timing own) {
    return !named && age >= own.tombstones().toNanos();
  }

  /** R8: nodes with other settings keep out of the group. */
  boolean isCompatible(GroupRecord group, String fingerprint) {
    return group.fingerprint().equals(fingerprint);
  }

  /**
   * R9: an absent group is created at any time. To wait here, instead of before the first term,
   * would prove nothing: a create that is still on its way outlives a wipe.
   */
  long createNotBefore(long absentSince, long longestLease, double drift) {
    return absentSince;
  }

  /**
   * R9: the first term of a scope waits until every holder of an earlier scope has certainly
   * stopped. Returns the instant, on the monotonic clock.
   */
  long firstTermNotBefore(
      long scopeFirstSeen, long scopeReadSent, long longestLease, double drift) {
    return scopeFirstSeen
        + stretched(longestLease, drift)
        + Timing.marginNanos(longestLease, drift);
  }

  /** R9: a dropped group is never taken again, and a frozen one not while it is frozen. */
  boolean isOpen(GroupRecord group) {
    return group.state() == GroupState.OPEN && !group.frozen();
  }

  // ---- what none of these rules lets anybody see

  /** A term has one holder and never falls, so no later read of a scope shows this. */
  boolean contradicts(GroupRecord known, GroupRecord seen) {
    boolean otherHolder = seen.holder().isPresent() && !seen.holder().equals(known.holder());
    return seen.scope().equals(known.scope())
        && (seen.term() < known.term() || (seen.term() == known.term() && otherHolder));
  }

  /** While the lease of its holder stands, nobody else is granted a group, under any scope. */
  boolean contests(FencingToken standing, GroupRecord seen, UUID self) {
    return seen.holder().isPresent()
        ? !seen.holder().get().equals(self)
        : seen.scope().equals(standing.scope()) && seen.term() > standing.term();
  }

  /** Whether a request was sent when something was known already. */
  boolean isLater(long number, long asOf) {
    return number > asOf;
  }

  private static long stretched(long lease, double drift) {
    return lease + (long) Math.ceil(lease * drift);
  }
}
