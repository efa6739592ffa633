package dev.primacy.core.simulation;

import static dev.primacy.core.invariant.Invariants.check;

import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.core.elector.Input;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.invariant.Invariants;
import dev.primacy.core.simulation.Variation.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The role of one node in one group: its gate, its history, and the calls in flight. */
@SuppressWarnings("ReferenceEquality") // the identity of a token tells one tenure from the next
final class SimulatedRole {

  private static final long MS = 1_000_000;

  private final Simulation world;
  private final SimulatedNode node;
  private final String group;
  private final List<Invariants.InFlight> calls = new ArrayList<>();

  /** The one volatile field of R4. */
  private Admission published = Admission.CLOSED;

  private FencingToken held;
  private FencingToken lastHeld;
  private boolean open;
  private boolean closing;
  private boolean closed;
  private boolean releasing;
  private boolean releaseHeard;
  private boolean parting;
  private boolean over;
  private Optional<UUID> candidate = Optional.empty();

  /** When the elector heard of the latest release by choice, on its clock; null before it. */
  private Long releasedAt;

  private GroupStanding standing = GroupStanding.JOINING;

  SimulatedRole(Simulation world, SimulatedNode node, String group) {
    this.world = world;
    this.node = node;
    this.group = group;
  }

  Admission published() {
    return published;
  }

  GroupStanding standing() {
    return standing;
  }

  boolean isHolding() {
    return held != null;
  }

  @Override
  public String toString() {
    return group + (held == null ? "" : ":" + held.term() + (open ? " open" : ""));
  }

  /** The elector is told that the group is left. */
  void part() {
    parting = true;
  }

  boolean isParting() {
    return parting;
  }

  // ---- the history: every role is left before the next one begins

  void granted(FencingToken token) {
    check(held == null, () -> "granted " + token + " while holding " + held);
    check(
        lastHeld == null || !lastHeld.isComparableWith(token) || token.supersedes(lastHeld),
        () -> "granted " + token + " after " + lastHeld);
    check(
        hadAnother(token) || !isCoolingDown(),
        () -> "granted " + token + " a moment after " + lastHeld);
    releasedAt = null;
    world.invariants().granted(group, token, node.incarnation());
    held = token;
    lastHeld = token;
    open = false;
    closing = false;
    closed = false;
    releasing = false;
    releaseHeard = false;
    if (node.isLeaving() || node.isLeavingGroup(group)) {
      stepDown();
    } else {
      after(random().nextInt(8) == 0 ? 300 * MS : 2 * MS, () -> openIf(token));
    }
  }

  /** After a release by choice others go first for a lease, unless this node is named by one. */
  private boolean isCoolingDown() {
    return releasedAt != null
        && node.heardAt() - releasedAt < node.timing().lease().toNanos()
        && !world.operator().named(group, node.incarnation());
  }

  /** Somebody else had it since: then nobody has to wait any more. */
  private boolean hadAnother(FencingToken token) {
    FencingToken before = lastHeld;
    return before != null && token.isComparableWith(before) && token.term() > before.term() + 1;
  }

  private void openIf(FencingToken token) {
    if (token == held && !closing) {
      node.give(new Input.Open(group, token));
    }
  }

  void publish(Admission admission) {
    if (admission.token() != null) {
      check(admission.token() == held, () -> "published " + admission + " while holding " + held);
      check(!closed || !admission.open(), () -> "published " + admission + " after it was closed");
      open = admission.open();
    }
    show(admission);
  }

  private void show(Admission admission) {
    world.acting((admission.token() == null ? 0 : 1) - (published.token() == null ? 0 : 1));
    published = admission;
  }

  void lost(FencingToken token) {
    check(token.equals(held) && !releaseHeard, () -> "lost " + token + " while holding " + held);
    end();
  }

  void released(FencingToken token) {
    check(token.equals(held) && releaseHeard, () -> "released " + token + " while holding " + held);
    releasedAt = node.heardAt();
    end();
  }

  private void end() {
    check(published.token() == null, () -> "the guard is open after " + held + " ended");
    held = null;
    open = false;
    closing = false;
    closed = false;
    releasing = false;
    releaseHeard = false;
  }

  void standing(GroupStanding now) {
    standing = now;
  }

  /** The incarnation ended by itself: it says so before. */
  void over() {
    check(held == null, () -> "over while holding " + held);
    over = true;
  }

  /** The process is gone, and its calls with it. */
  void vanish() {
    over = true;
    show(Admission.CLOSED);
    List.copyOf(calls).forEach(this::returned);
  }

  // ---- down by choice: close, drain, release

  void stepDown() {
    stepDownFor(Optional.empty());
  }

  void stepDownFor(Optional<UUID> next) {
    if (held == null || closing) {
      return;
    }
    FencingToken token = held;
    candidate = next;
    if (world.variation().has(Flaw.RELEASES_BEFORE_DRAINED)) {
      release(token);
      return;
    }
    closing = true;
    node.give(new Input.Close(group, token));
  }

  /** The elector has heard of it: nobody is let in any more. */
  void closeHeard(FencingToken token) {
    if (token.equals(held)) {
      closed = true;
      releaseWhenDrained(token);
    }
  }

  /** The elector has heard of it: from now on the token is burned. */
  void releaseHeard(FencingToken token) {
    releaseHeard |= token.equals(held);
  }

  private void releaseWhenDrained(FencingToken token) {
    if (token.equals(held) && closed && !releasing && calls.isEmpty()) {
      release(token);
    }
  }

  private void release(FencingToken token) {
    closing = true;
    releasing = true;
    world.invariants().released(group, calls);
    boolean forgotten = world.variation().has(Flaw.FORGETS_THE_SUCCESSOR);
    Optional<UUID> next = forgotten ? Optional.empty() : candidate;
    next.ifPresent(named -> world.operator().names(group, named));
    node.give(new Input.Release(group, token, next));
  }

  // ---- calls

  /** R4, step by step: the thread may stand still between any two. */
  void call(boolean slowly) {
    Admission snapshot = published;
    if (snapshot.open()) {
      thought(slowly, () -> readFirstClock(snapshot, slowly));
    }
  }

  private void readFirstClock(Admission snapshot, boolean slowly) {
    boolean monotonicFirst = world.variation().guard() == Variation.Guard.MONOTONIC_FIRST;
    long instant = world.time().now();
    if (monotonicFirst ? monotonicStands(snapshot) : wallStands(snapshot)) {
      thought(slowly, () -> readSecondClock(snapshot, monotonicFirst, instant));
    }
  }

  /**
   * A call is let in at the instant the wall clock was read: the monotonic clock, which is read
   * after it and never goes back, stood before its deadline then too.
   */
  private void readSecondClock(Admission snapshot, boolean monotonicFirst, long firstRead) {
    boolean wallWasRead = !monotonicFirst && world.variation().guard().readsWall();
    long instant = wallWasRead ? firstRead : world.time().now();
    if (monotonicFirst ? wallStands(snapshot) : monotonicStands(snapshot)) {
      thought(false, () -> readAgain(snapshot, instant));
    }
  }

  private void readAgain(Admission snapshot, long instant) {
    boolean once = world.variation().guard() == Variation.Guard.READ_ONCE;
    if (once || published.token() == snapshot.token()) {
      admit(snapshot.token(), instant);
    }
  }

  private boolean wallStands(Admission snapshot) {
    return !world.variation().guard().readsWall()
        || node.clocks().millis() < snapshot.millisDeadline();
  }

  private boolean monotonicStands(Admission snapshot) {
    return !world.variation().guard().readsMonotonic()
        || node.clocks().nanos() - snapshot.nanosDeadline() < 0;
  }

  private void admit(FencingToken token, long instant) {
    node.note(8, () -> "lets a call in under " + token.term() + " of " + group);
    if (!node.isExcused(group)) {
      world.invariants().admitted(group, token, instant);
      world.invariants().noReleasedCallInFlight(group, token);
    }
    if (token == held) {
      Invariants.InFlight call = new Invariants.InFlight(token);
      calls.add(call);
      after(random().nextLong(20 * MS), () -> returned(call));
    }
  }

  private void returned(Invariants.InFlight call) {
    if (calls.remove(call)) {
      world.invariants().returned(group, call);
      if (!over && !world.variation().has(Flaw.RELEASES_BEFORE_DRAINED)) {
        releaseWhenDrained(call.token());
      }
    }
  }

  private void thought(boolean slowly, Runnable next) {
    long pause = random().nextInt(slowly ? 2 : 12) == 0 ? random().nextLong(world.pause()) : 0;
    if (pause == 0 && !node.isFrozen()) {
      next.run();
    } else {
      after(pause, next);
    }
  }

  /** Later, when this very process runs; never if it is gone by then. */
  private void after(long nanos, Runnable what) {
    world.time().in(nanos, () -> run(what));
  }

  private void run(Runnable what) {
    if (node.isFrozen()) {
      world.time().at(node.runsAgainAt(), () -> run(what));
    } else if (!over) {
      what.run();
    }
  }

  private RandomGenerator random() {
    return world.random();
  }
}
