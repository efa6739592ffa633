package dev.primacy.core.elector;

import dev.primacy.core.record.Candidate;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.NodeRecord;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides when this node takes a group, creates it, or gives it back (R3, R5, R9). */
final class Acquisition {

  /** Between the nodes that would take the same group, in the order of their preference. */
  private static final long STAGGER = 15_000_000;

  private static final int STAGGERED = 20;

  /**
   * Groups that are being taken at a time. More would only wait for the store, and a grant counts
   * from when it was asked for.
   */
  static final int TAKEN_AT_ONCE = 32;

  private final GroupTrack track;
  private final GroupTools tools;

  /** Nothing is done before; null if there is nothing to wait for. */
  private @Nullable Long notBefore;

  /** How long others go first once the release that was asked for is over; 0 if none was. */
  private long coolDown;

  /** The term that the release was of. */
  private long givenUp;

  /** After a release by choice somebody else goes first until then. */
  private @Nullable Long holdOff;

  /** When it is this node's turn; null while the group is not to be had. */
  private @Nullable Long turn;

  /** How many nodes were preferred to this one when its turn was set. */
  private int rank;

  private boolean crowded;
  private @Nullable Long wakeUp;

  Acquisition(GroupTrack track, GroupTools tools) {
    this.track = track;
    this.tools = tools;
  }

  /**
   * The token is given up by choice.
   *
   * @param named whether in favour of somebody, whom the others wait for, too: they hear of the
   *     release a renewal later than this node at most, and come before it all the same
   * @param term the term that is given up
   */
  void holdOff(boolean named, long term) {
    Timing timing = tools.node().timing();
    givenUp = term;
    coolDown = timing.lease().toNanos() + (named ? timing.renewEvery().toNanos() : 0);
  }

  /** It counts from when the release is over: one that takes long must not use it up. */
  private void coolDownFromRelease() {
    if (coolDown > 0 && !track.isReleasing()) {
      holdOff = tools.now() + coolDown;
      coolDown = 0;
    }
    GroupRecord seen = track.record();
    if (holdOff != null && seen != null && seen.term() > givenUp) {
      // somebody else has it, or had it: what was waited for has happened
      holdOff = null;
    }
  }

  /** A write did not happen for sure: not again at once. */
  void pause() {
    notBefore = tools.now() + tools.node().timing().retryNanos();
  }

  /**
   * Does what is to be done now.
   *
   * @param mayLead whether nothing about this node as a whole keeps it from leading
   */
  void work(boolean mayLead) {
    wakeUp = null;
    crowded = false;
    coolDownFromRelease();
    if (track.isBusy() || track.isUnsure() || track.hasTenure() || isBefore(notBefore)) {
      return;
    }
    notBefore = null;
    GroupRecord seen = track.record();
    if (seen == null) {
      createAbsent(mayLead);
    } else if (track.isHeldByUs()) {
      settleBurned(mayLead && isWanted(seen));
    } else if (mayLead && isWanted(seen) && isToBeHad(seen)) {
      takeInTurn(seen);
    } else {
      turn = null;
    }
  }

  private void createAbsent(boolean mayLead) {
    if (mayLead
        && track.isAbsent()
        && tools.own().isKnown()
        && !isCreateTooEarly()
        && isOurTurn(Optional.empty(), 0)
        && hasRoom()) {
      turn = null;
      track.create(new UUID(tools.random().nextLong(), tools.random().nextLong()));
    }
  }

  private boolean isCreateTooEarly() {
    LeaseBounds bounds = tools.peers().bounds();
    return isBefore(
        tools
            .rules()
            .createNotBefore(track.versionFirstSeen(), bounds.lease().toNanos(), bounds.drift()));
  }

  /** Held under a burned term: taken again in the next one, or given back (R3, R5). */
  private void settleBurned(boolean wanted) {
    if (track.isReleasing() || !wanted || isBefore(holdOff)) {
      track.giveBack();
    } else if (tools.own().stands(tools.exchange().now()) && hasRoom()) {
      track.take();
    }
  }

  private boolean isWanted(GroupRecord seen) {
    return !tools.node().passive()
        && track.seeking.wants(isNamed(seen))
        && track.isCompatible()
        && tools.rules().isOpen(seen)
        && !isSpent(seen);
  }

  private static boolean isSpent(GroupRecord seen) {
    return seen.term() >= Long.MAX_VALUE / 2;
  }

  private boolean isToBeHad(GroupRecord seen) {
    return tools.own().isKnown()
        && tools.own().stands(tools.exchange().now())
        && tools.rules().isFree(seen, holderOf(seen), isHolderOverdue(seen))
        && (isNamed(seen) || !isBefore(holdOff))
        && !isFirstTermTooEarly(seen)
        && !isSomebodyElsesTurn(seen);
  }

  private @Nullable NodeRecord holderOf(GroupRecord seen) {
    Peer holder = seen.holder().map(tools.peers()::get).orElse(null);
    return holder == null ? null : holder.record;
  }

  private boolean isHolderOverdue(GroupRecord seen) {
    Peer holder = seen.holder().map(tools.peers()::get).orElse(null);
    return holder != null && tools.peers().isOverdue(holder);
  }

  private boolean isFirstTermTooEarly(GroupRecord seen) {
    return seen.term() == 0
        && isBefore(
            tools
                .rules()
                .firstTermNotBefore(
                    track.scopeFirstSeen(),
                    track.scopeReadSent(),
                    tools.peers().bounds().lease().toNanos(),
                    tools.peers().bounds().drift()));
  }

  private boolean isSomebodyElsesTurn(GroupRecord seen) {
    Candidate candidate = seen.candidate().orElse(null);
    if (candidate == null || isNamed(seen)) {
      return false;
    }
    Peer next = tools.peers().get(candidate.incarnation());
    return next != null
        && next.mayLead(track.name)
        && isBefore(track.versionFirstSeen() + candidate.head().toNanos());
  }

  /** Whether it was released in favour of this node. */
  private boolean isNamed(GroupRecord seen) {
    UUID self = tools.node().self().incarnation();
    return seen.candidate().filter(next -> next.incarnation().equals(self)).isPresent();
  }

  private void takeInTurn(GroupRecord seen) {
    long head = seen.term() == 0 ? tools.node().timing().renewEvery().toNanos() : 0;
    if ((isNamed(seen) || isOurTurn(seen.holder().or(track::previousHolder), head)) && hasRoom()) {
      turn = null;
      track.take();
    }
  }

  /**
   * The preferred node goes at once, the next ones a moment later each; for the first term, which
   * every node may take from another instant on, after a head start, or whoever was there first
   * would take all groups.
   */
  private boolean isOurTurn(Optional<UUID> without, long head) {
    if (turn == null) {
      rank = Math.min(tools.peers().rank(track.name, without.orElse(null)), STAGGERED);
      turn = tools.now() + (rank == 0 ? 0 : head + rank * STAGGER);
    }
    return !isBefore(turn);
  }

  /** Whether there are few enough others; groups that other nodes should take wait longer. */
  private boolean hasRoom() {
    crowded = tools.exchange().groupWrites() >= roomFor(isPreferred());
    return !crowded;
  }

  static int roomFor(boolean preferred) {
    return preferred ? TAKEN_AT_ONCE : TAKEN_AT_ONCE / 2;
  }

  boolean isPreferred() {
    return rank == 0;
  }

  /** Whether only the groups that are being taken keep this one from being taken. */
  boolean isCrowded() {
    return crowded;
  }

  /** Whether an instant is still to come; if so, this node wakes up then. */
  private boolean isBefore(@Nullable Long instant) {
    if (instant == null || tools.now() - instant >= 0) {
      return false;
    }
    wakeUp = wakeUp == null ? instant : Long.valueOf(Nanos.earlier(wakeUp, instant));
    return true;
  }

  long nextWakeUp(long latest) {
    return wakeUp == null ? latest : Nanos.earlier(latest, wakeUp);
  }
}
