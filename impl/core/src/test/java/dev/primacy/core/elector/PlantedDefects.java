package dev.primacy.core.elector;

import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.NodeRecord;
import dev.primacy.core.simulation.Variation;
import dev.primacy.core.simulation.Variation.Guard;
import dev.primacy.spi.PutOutcome;
import java.util.LinkedHashMap;
import java.util.Map;
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
    all.put(
        "R0: an incarnation is used again",
        new Variation(Elector::new, Guard.STANDARD, false, true, false));
    all.put(
        "R0: puts are unconditional",
        new Variation(Elector::new, Guard.STANDARD, true, true, true));
    all.put(
        "R5: released before drained",
        new Variation(Elector::new, Guard.STANDARD, false, false, true));
    all.put(
        "R4: a cached boolean instead of the deadline",
        Variation.STANDARD.with(Guard.CACHED_BOOLEAN));
    all.put(
        "R4: the token is read once, the clocks later", Variation.STANDARD.with(Guard.READ_ONCE));
    all.put(
        "R4: the monotonic clock is read first", Variation.STANDARD.with(Guard.MONOTONIC_FIRST));
    all.put("R4: the monotonic clock only", Variation.STANDARD.with(Guard.MONOTONIC_ONLY));
    all.put("R4: the wall clock only", Variation.STANDARD.with(Guard.WALL_ONLY));
    all.put("R4: two maxima instead of one pair", rules(new TwoMaxima()));
    all.put("R4: the wall deadline counts from the reply", rules(new WallFromTheReply()));
    return all;
  }

  private static Variation rules(ElectionRules rules) {
    return Variation.STANDARD.with((node, random) -> new Elector(node, random, rules));
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
      return sentTimes.isEmpty()
          ? null
          : sentTimes.get(((java.util.TreeMap<Long, ClockReading>) sentTimes).lastKey());
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
}
