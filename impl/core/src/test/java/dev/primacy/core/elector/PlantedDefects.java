package dev.primacy.core.elector;

import static dev.primacy.core.simulation.Variation.STANDARD;

import dev.primacy.FencingToken;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.GroupState;
import dev.primacy.core.record.NodeRecord;
import dev.primacy.core.simulation.Variation;
import dev.primacy.core.simulation.Variation.Flaw;
import dev.primacy.core.simulation.Variation.Guard;
import dev.primacy.spi.PutOutcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules with one clause left out or twisted, each known to break an invariant. */
public final class PlantedDefects {

  private PlantedDefects() {}

  /** All of them, by what is wrong. */
  public static Map<String, Variation> all() {
    Map<String, Variation> all = new LinkedHashMap<>();
    all.put("R1: the deadline counts from the reply", rules(new FromTheReply()));
    all.put("R1: the margin is below the drift", rules(new SmallMargin()));
    all.put("R1: an unknown reply extends the lease", rules(new ExtendsOnUnknown()));
    all.put(
        "R1: an attempt is credited with the send time of another", rules(new LatestSendTime()));
    all.put("R1: an expelled incarnation carries on", rules(new NeverDead()));
    all.put("R2: first-seen time is taken when the read is sent", rules(new SeenBeforeTheReply()));
    all.put("R2: an observer uses its own, shorter lease", rules(new OwnLease()));
    all.put("R3: a group is taken whose holder merely looks old", rules(new TakesFromTheOld()));
    all.put("R5: a released term is resumed after an unknown reply", rules(new ResumesReleased()));
    all.put("R4: an announced lapse is resumed under the same token", rules(new ResumesLapsed()));
    all.put("R6: a missing record is not waited out", rules(new ImpatientWithMissing()));
    all.put("R7: a tombstone is removed too early", rules(new EarlyRemoval()));
    all.put("R8: other settings are not refused", rules(new AcceptsOtherSettings()));
    all.put("R9: the first term of a scope does not wait", rules(new FirstTermAtOnce()));
    all.put("R9: the first term waits too short", rules(new FirstTermTooEarly()));
    all.put("R9: the wait is before the create", rules(new WaitsBeforeTheCreate()));
    all.put("R9: another scope does not end the old one", rules(new KeepsTheOldScope()));
    all.put("R9: a frozen group is taken", rules(new TakesFrozen()));
    all.put("R9: a dropped group is taken", rules(new TakesDropped()));
    all.put("R9: a group is dropped while it is held", STANDARD.with(Flaw.DROPS_HELD_GROUPS));
    all.put("R9: no read confirms the holder", STANDARD.with(Flaw.ADMITS_UNCONFIRMED));
    all.put(
        "R1: a renewal is taken for written because a list came with it",
        STANDARD.with(Flaw.TAKES_A_LIST_FOR_A_RENEWAL));
    all.put(
        "R9: the list that comes with a renewal shows what was before",
        STANDARD.with(Flaw.LISTS_WHAT_WAS));
    all.put("R3: the own burned term is taken as it is", rules(new TakesTheBurnedTerm()));
    all.put("R0: an incarnation is used again", STANDARD.with(Flaw.REUSES_INCARNATIONS));
    all.put("R0: puts are unconditional", STANDARD.with(Flaw.PUTS_WITHOUT_COMPARING));
    all.put("R5: released before drained", STANDARD.with(Flaw.RELEASES_BEFORE_DRAINED));
    all.put(
        "R5: a release does not say who was to follow", STANDARD.with(Flaw.FORGETS_THE_SUCCESSOR));
    all.put("R5: carried on after LEFT was sent", STANDARD.with(Flaw.CARRIES_ON_AFTER_LEFT));
    all.put("R5: a group is forgotten while it is held", rules(new ForgetsHeld()));
    all.put("R5: who joins again believes old answers", rules(new BelievesOldAnswers()));
    all.put("R4: a cached boolean instead of the deadline", STANDARD.with(Guard.CACHED_BOOLEAN));
    all.put("R4: the token is read once, the clocks later", STANDARD.with(Guard.READ_ONCE));
    all.put("R4: the monotonic clock is read first", STANDARD.with(Guard.MONOTONIC_FIRST));
    all.put("R4: the monotonic clock only", STANDARD.with(Guard.MONOTONIC_ONLY));
    all.put("R4: the wall clock only", STANDARD.with(Guard.WALL_ONLY));
    all.put("R4: two maxima instead of one pair", rules(new TwoMaxima()));
    all.put("R4: the wall deadline counts from the reply", rules(new WallFromTheReply()));
    all.put("R4: the monotonic deadline counts from the reply", rules(new MonotonicFromTheReply()));
    all.put(
        "R4: the monotonic deadline of one attempt, the wall one of a later",
        rules(new LaterMillis()));
    return all;
  }

  /** What notices that the rules were broken, broken itself. */
  public static Map<String, Variation> ofClaims() {
    Map<String, Variation> all = new LinkedHashMap<>();
    all.put("a claim against a token held is not seen", rules(new SeesNoContest()));
    all.put("a term that fell or has two holders is not seen", rules(new SeesNoContradiction()));
    all.put("a token that is contested is kept", rules(new KeepsTheContested()));
    all.put("a claim after the lease is taken for a conflict", rules(new DoubtsSuccessors()));
    return all;
  }

  private static Variation rules(ElectionRules rules) {
    return STANDARD.with((node, random) -> new Elector(node, random, rules));
  }

  private static final class FromTheReply extends ElectionRules {
    @Override
    Deadline lease(ClockReading sent, ClockReading answered, Timing timing) {
      return super.lease(answered, answered, timing);
    }
  }

  private static final class SmallMargin extends ElectionRules {
    @Override
    Deadline lease(ClockReading sent, ClockReading answered, Timing timing) {
      return Deadline.after(sent, timing.lease().toNanos() - timing.lease().toNanos() / 50);
    }
  }

  private static final class ExtendsOnUnknown extends ElectionRules {
    @Override
    boolean provesRenewal(PutOutcome outcome) {
      return !(outcome instanceof PutOutcome.Conflict);
    }
  }

  private static final class LatestSendTime extends ElectionRules {
    @Override
    @Nullable ClockReading sentTimeOf(long attemptRead, Map<Long, ClockReading> sentTimes) {
      return sentTimes.isEmpty() ? null : latest(sentTimes);
    }
  }

  private static final class NeverDead extends ElectionRules {
    @Override
    boolean isDead(@Nullable NodeRecord own) {
      return own == null;
    }
  }

  private static final class SeenBeforeTheReply extends ElectionRules {
    @Override
    long firstSeen(ClockReading sent, ClockReading answered) {
      return sent.nanos();
    }
  }

  private static final class OwnLease extends ElectionRules {
    @Override
    long patience(NodeRecord seen, Timing own) {
      return (long) (own.lease().toNanos() * (1 + own.drift()));
    }
  }

  private static final class TakesFromTheOld extends ElectionRules {
    @Override
    boolean isFree(GroupRecord group, @Nullable NodeRecord holder, boolean holderIsOverdue) {
      return holderIsOverdue || super.isFree(group, holder, false);
    }
  }

  private static final class ResumesReleased extends ElectionRules {
    @Override
    boolean mayResume(long termRead, long burned, boolean released) {
      return released || super.mayResume(termRead, burned, false);
    }
  }

  private static final class ResumesLapsed extends ElectionRules {
    @Override
    boolean mayResume(long termRead, long burned, boolean released) {
      return !released || super.mayResume(termRead, burned, true);
    }
  }

  private static final class ImpatientWithMissing extends ElectionRules {
    @Override
    long patienceWithMissing(long longestLease, double drift) {
      return 0;
    }
  }

  private static final class EarlyRemoval extends ElectionRules {
    @Override
    boolean isRemovable(long age, boolean named, Timing own) {
      return true;
    }
  }

  private static final class AcceptsOtherSettings extends ElectionRules {
    @Override
    boolean isCompatible(GroupRecord group, String fingerprint) {
      return true;
    }
  }

  private static final class FirstTermAtOnce extends ElectionRules {
    @Override
    long firstTermNotBefore(long scopeFirstSeen, long scopeReadSent, long longest, double drift) {
      return scopeFirstSeen;
    }
  }

  private static final class FirstTermTooEarly extends ElectionRules {
    @Override
    long firstTermNotBefore(long scopeFirstSeen, long scopeReadSent, long longest, double drift) {
      return scopeReadSent + longest / 4;
    }
  }

  private static final class ForgetsHeld extends ElectionRules {
    @Override
    boolean mayForget(boolean mayBeHeld) {
      return true;
    }
  }

  private static final class BelievesOldAnswers extends ElectionRules {
    @Override
    long believesAfter(long lastNumber) {
      return 0;
    }
  }

  private static final class TwoMaxima extends ElectionRules {
    @Override
    Deadline newer(@Nullable Deadline current, Deadline credited) {
      return current == null
          ? credited
          : new Deadline(
              Nanos.later(current.nanos(), credited.nanos()),
              Math.max(current.millis(), credited.millis()));
    }
  }

  private static final class WallFromTheReply extends ElectionRules {
    @Override
    Deadline lease(ClockReading sent, ClockReading answered, Timing timing) {
      return new Deadline(
          super.lease(sent, answered, timing).nanos(),
          super.lease(answered, answered, timing).millis());
    }
  }

  private static final class WaitsBeforeTheCreate extends ElectionRules {
    @Override
    long createNotBefore(long absentSince, long longestLease, double drift) {
      return super.firstTermNotBefore(absentSince, absentSince, longestLease, drift);
    }

    @Override
    long firstTermNotBefore(long scopeFirstSeen, long scopeReadSent, long longest, double drift) {
      return scopeFirstSeen;
    }
  }

  private static final class KeepsTheOldScope extends ElectionRules {
    @Override
    boolean ends(FencingToken held, @Nullable GroupRecord seen, UUID self) {
      return seen != null && seen.scope().equals(held.scope()) && super.ends(held, seen, self);
    }
  }

  private static final class TakesFrozen extends ElectionRules {
    @Override
    boolean isOpen(GroupRecord group) {
      return group.state() == GroupState.OPEN;
    }
  }

  private static final class TakesDropped extends ElectionRules {
    @Override
    boolean isOpen(GroupRecord group) {
      return !group.frozen();
    }
  }

  private static final class TakesTheBurnedTerm extends ElectionRules {
    @Override
    GroupRecord taken(GroupRecord group, UUID taker) {
      return group.holder().filter(taker::equals).isPresent() ? group : super.taken(group, taker);
    }

    @Override
    boolean mayResume(long termRead, long burned, boolean released) {
      return termRead >= burned;
    }
  }

  private static final class SeesNoContest extends ElectionRules {
    @Override
    boolean contests(FencingToken standing, GroupRecord seen, UUID self) {
      return false;
    }
  }

  private static final class SeesNoContradiction extends ElectionRules {
    @Override
    boolean contradicts(GroupRecord known, GroupRecord seen) {
      return false;
    }
  }

  private static final class KeepsTheContested extends ElectionRules {
    @Override
    boolean ends(FencingToken held, @Nullable GroupRecord seen, UUID self) {
      return super.ends(held, seen, self) && (seen == null || !contests(held, seen, self));
    }
  }

  private static final class DoubtsSuccessors extends ElectionRules {
    @Override
    boolean contradicts(GroupRecord known, GroupRecord seen) {
      return super.contradicts(known, seen)
          || (known.holder().isPresent() && contests(tokenOf(known), seen, known.holder().get()));
    }

    private static FencingToken tokenOf(GroupRecord known) {
      return new FencingToken(known.scope(), known.term());
    }
  }

  private static final class MonotonicFromTheReply extends ElectionRules {
    @Override
    Deadline lease(ClockReading sent, ClockReading answered, Timing timing) {
      return new Deadline(
          super.lease(answered, answered, timing).nanos(),
          super.lease(sent, answered, timing).millis());
    }
  }

  private static final class LaterMillis extends ElectionRules {
    @Override
    @Nullable ClockReading sentTimeOf(long attemptRead, Map<Long, ClockReading> sentTimes) {
      ClockReading sent = sentTimes.get(attemptRead);
      return sent == null ? null : new ClockReading(sent.nanos(), latest(sentTimes).millis());
    }
  }

  private static ClockReading latest(Map<Long, ClockReading> sentTimes) {
    return sentTimes.get(Collections.max(sentTimes.keySet()));
  }
}
