package dev.primacy.core.simulation;

import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.core.elector.Action;
import dev.primacy.core.elector.ClockReading;
import dev.primacy.core.elector.ElectionPolicy;
import dev.primacy.core.elector.Elector;
import dev.primacy.core.elector.Input;
import dev.primacy.core.elector.NodeSettings;
import dev.primacy.core.elector.Request;
import dev.primacy.core.elector.Timing;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.invariant.Claimant;
import dev.primacy.core.invariant.Invariants;
import dev.primacy.core.record.Candidate;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.simulation.Variation.Flaw;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/** A machine with its clocks, its driver, and the application's calls. */
final class SimulatedNode implements Claimant {

  private final Simulation world;
  private final int index;
  private final Timing timing;
  private final boolean passive;
  private final Map<String, ElectionPolicy> joins;
  private final Drifting clocks;
  private final Deque<Input> inbox = new ArrayDeque<>();
  private final Map<String, SimulatedRole> roles = new TreeMap<>();

  /** Groups that are being left, or were; and whether the elector was told. */
  private final Map<String, Boolean> left = new TreeMap<>();

  /** Those of them that are joined again as soon as they were left. */
  private final Set<String> missed = new TreeSet<>();

  /** What was asked of the store, and when. */
  private final Map<Long, Asked> asked = new HashMap<>();

  /** When the newest answer about a group that the elector has heard was asked for. */
  private final Map<String, Long> looked = new HashMap<>();

  /** What had been asked when a write to a record was answered. */
  private final Map<String, Long> written = new HashMap<>();

  private long lastAsked;

  private record Asked(Request request, long at) {}

  private UUID incarnation;
  private Elector elector;
  private int life;
  private boolean up;
  private boolean busy;
  private boolean leaving;
  private boolean hasLeft;
  private long frozenUntil;
  private boolean suspended;
  private long wakeUp;
  private boolean sleeping;

  /** The clock as read for what the elector is at. */
  private long heardAt;

  SimulatedNode(
      Simulation world,
      int index,
      Timing timing,
      boolean passive,
      Map<String, ElectionPolicy> joins,
      Drifting clocks) {
    this.world = world;
    this.index = index;
    this.timing = timing;
    this.passive = passive;
    this.joins = joins;
    this.clocks = clocks;
  }

  int index() {
    return index;
  }

  int life() {
    return life;
  }

  boolean isUp() {
    return up;
  }

  boolean isSuspended() {
    return suspended;
  }

  long heardAt() {
    return heardAt;
  }

  Drifting clocks() {
    return clocks;
  }

  Timing timing() {
    return timing;
  }

  UUID incarnation() {
    return incarnation;
  }

  boolean isPassive() {
    return passive;
  }

  @Override
  public String toString() {
    return "n" + index + "#" + life + roles.values();
  }

  void note(int what, java.util.function.Supplier<String> text) {
    world.trace().add(index, what, () -> "n" + index + "#" + life + " " + text.get());
  }

  // ---- life

  void start() {
    up = true;
    frozenUntil = 0;
    leaving = false;
    incarnate();
  }

  private void incarnate() {
    life++;
    if (incarnation == null || !isReused()) {
      incarnation = new UUID(world.random().nextLong(), world.random().nextLong());
    }
    hasLeft = false;
    inbox.clear();
    asked.clear();
    looked.clear();
    written.clear();
    busy = false;
    sleeping = false;
    roles.clear();
    elector = world.variation().elector().make(settings(), world.random().split());
    note(1, () -> "starts as " + incarnation);
    // whatever was to be left is: the incarnation that took part is gone
    left.keySet().removeAll(missed);
    missed.clear();
    List<String> members = joins.keySet().stream().filter(g -> !left.containsKey(g)).toList();
    members.forEach(this::begin);
    give(new Input.Tick());
  }

  private void begin(String group) {
    roles.put(group, new SimulatedRole(world, this, group));
    give(new Input.Join(group, joins.get(group)));
  }

  // ---- groups come and go while the node stays

  /** Steps down first, as an application does, or leaves it all to the elector. */
  void leaveGroup(String group, boolean abruptly) {
    if (left.putIfAbsent(group, abruptly) == null) {
      note(16, () -> (abruptly ? "abruptly leaves " : "leaves ") + group);
      SimulatedRole role = roles.get(group);
      if (up && world.chance(0.5)) {
        // what is asked because of it may be answered after the group was left
        give(new Input.Hinted(new RecordKey(RecordKind.GROUP, group)));
      }
      if (role != null && !abruptly) {
        role.stepDown();
      }
      leaveGroupsGivenBack();
    }
  }

  private void leaveGroupsGivenBack() {
    for (String group : List.copyOf(left.keySet())) {
      SimulatedRole role = roles.get(group);
      if (up && role != null && !role.isParting() && (left.get(group) || !role.isHolding())) {
        role.part();
        give(new Input.LeaveGroup(group));
      }
    }
  }

  /** An operator named another node for what this one holds. */
  private void handOverIfNamed(Action.GroupSeen seen) {
    GroupRecord record = seen.record();
    Optional<UUID> next =
        record == null ? Optional.empty() : record.candidate().map(Candidate::incarnation);
    if (record != null
        && record.holder().filter(incarnation::equals).isPresent()
        && next.filter(named -> !named.equals(incarnation)).isPresent()) {
      role(seen.group(), role -> role.stepDownFor(next));
    }
  }

  /** The elector has forgotten it. */
  private void groupLeft(String group) {
    SimulatedRole role = roles.get(group);
    if (role != null && role.isParting()) {
      role.over();
      roles.remove(group);
      if (missed.remove(group)) {
        joinGroup(group);
      }
    }
  }

  /** Sometimes it is not waited for the elector's word, once nothing is held. */
  private boolean isGivenUp(String group) {
    SimulatedRole role = roles.get(group);
    if (role.isParting() && !role.isHolding() && world.chance(0.1)) {
      role.over();
      return true;
    }
    return false;
  }

  boolean isLeavingGroup(String group) {
    return left.containsKey(group);
  }

  /** As soon as it was left. */
  void joinGroup(String group) {
    if (!left.containsKey(group)) {
      return;
    }
    if (up && roles.containsKey(group) && !isGivenUp(group)) {
      missed.add(group);
      return;
    }
    note(17, () -> "joins " + group);
    left.remove(group);
    if (up && !hasLeft) {
      begin(group);
    }
  }

  private boolean isReused() {
    Variation variation = world.variation();
    return variation.has(Flaw.REUSES_INCARNATIONS)
        || (hasLeft && variation.has(Flaw.CARRIES_ON_AFTER_LEFT));
  }

  private NodeSettings settings() {
    return new NodeSettings(
        new NodeId("n" + index, incarnation),
        Optional.empty(),
        0,
        passive,
        Map.of(),
        timing,
        world.faults().confirmed() && !world.variation().has(Flaw.ADMITS_UNCONFIRMED));
  }

  void crash() {
    note(2, () -> "crashes");
    up = false;
    life++;
    inbox.clear();
    roles.values().forEach(SimulatedRole::vanish);
  }

  /** Steps down everywhere, then leaves. */
  void stop() {
    note(3, () -> "stops");
    leaving = true;
    roles.values().forEach(SimulatedRole::stepDown);
    leaveWhenReleased();
  }

  boolean isLeaving() {
    return leaving;
  }

  private void leaveWhenReleased() {
    if (leaving && up && roles.values().stream().noneMatch(SimulatedRole::isHolding)) {
      give(new Input.Leave());
    }
  }

  /** Nothing of this process runs for a while; its clocks do. */
  void freeze(long nanos) {
    note(4, () -> "is frozen for " + nanos / 1_000_000 + " ms");
    frozenUntil = Math.max(frozenUntil, world.time().now() + nanos);
    world.time().at(frozenUntil, this::work);
  }

  /** The machine sleeps: its monotonic clock stands still, its wall clock goes on. */
  void suspend(long nanos) {
    note(5, () -> "is suspended for " + nanos / 1_000_000 + " ms");
    suspended = true;
    clocks.suspend();
    freeze(nanos);
    world
        .time()
        .in(
            nanos,
            () -> {
              clocks.resume();
              suspended = false;
              sleep();
            });
  }

  boolean isFrozen() {
    return world.time().now() < frozenUntil;
  }

  /** When this process runs again. */
  long runsAgainAt() {
    return Math.max(frozenUntil, world.time().now());
  }

  // ---- the driver

  void give(Input input) {
    inbox.add(input);
    work();
  }

  void answer(int ofLife, Input input) {
    if (up && life == ofLife) {
      give(input);
    }
  }

  private void work() {
    if (!up || busy || isFrozen()) {
      return;
    }
    Input input = inbox.poll();
    if (input == null) {
      return;
    }
    ClockReading reading = clocks.read();
    long stall = world.stall();
    if (stall == 0) {
      handle(input, reading);
      work();
    } else {
      busy = true;
      int thisLife = life;
      world.time().in(stall, () -> handleLate(thisLife, input, reading));
    }
  }

  /** The thread stood still between reading the clocks and acting. */
  private void handleLate(int ofLife, Input input, ClockReading reading) {
    if (!up || life != ofLife) {
      return;
    }
    if (isFrozen()) {
      world.time().at(frozenUntil, () -> handleLate(ofLife, input, reading));
      return;
    }
    handle(input, reading);
    work();
  }

  private void handle(Input input, ClockReading reading) {
    note(6, () -> "<- " + Simulation.shown(input));
    heardAt = reading.nanos();
    if (input instanceof Input.Found found) {
      look(found.request());
    } else if (input instanceof Input.Written written) {
      lookAnew(written.request());
    }
    if (input instanceof Input.Release release) {
      role(release.group(), role -> role.releaseHeard(release.token()));
    }
    int thisLife = life;
    busy = true;
    for (Action action : elector.handle(input, reading)) {
      if (up && life == thisLife) {
        carryOut(action);
      }
    }
    if (up && life == thisLife) {
      if (input instanceof Input.Close close) {
        role(close.group(), role -> role.closeHeard(close.token()));
      }
      long next = elector.nextWakeUp(reading);
      if (!sleeping || next != wakeUp) {
        wakeUp = next;
        sleep();
      }
      busy = false;
    }
    world.check();
  }

  private void look(long number) {
    Asked answered = asked.remove(number);
    if (answered.request instanceof Request.List) {
      joins.keySet().forEach(group -> look(group, number, answered.at));
    } else if (answered.request instanceof Request.Read read) {
      look(read.key().name(), number, answered.at);
    }
  }

  private void look(String group, long number, long at) {
    if (number > written.getOrDefault(group, 0L)) {
      looked.merge(group, at, Math::max);
    }
  }

  /** What was asked before a write was answered tells nothing new. */
  private void lookAnew(long number) {
    if (asked.remove(number).request instanceof Request.Put put) {
      written.put(put.key().name(), lastAsked);
    }
  }

  private void sleep() {
    int thisLife = life;
    long planned = wakeUp;
    sleeping = true;
    world
        .time()
        .in(
            Math.max(0, clocks.until(planned)),
            () -> {
              if (up && life == thisLife && wakeUp == planned && !suspended) {
                sleeping = false;
                give(new Input.Tick());
              }
            });
  }

  private void carryOut(Action action) {
    note(7, () -> "-> " + Simulation.shown(action));
    if (action instanceof Action.Send send) {
      send(send.number(), send.request());
    } else if (action instanceof Action.Publish publish) {
      Invariants.check(
          roles.containsKey(publish.group()) || publish.admission().token() == null,
          () -> publish + " in a group it left");
      role(publish.group(), role -> role.publish(publish.admission()));
    } else if (action instanceof Action.Granted granted) {
      Invariants.check(roles.containsKey(granted.group()), () -> granted + " in a group it left");
      roles.get(granted.group()).granted(granted.token());
    } else if (action instanceof Action.Lost lost) {
      roles.get(lost.group()).lost(lost.token());
      leaveGroupsGivenBack();
      leaveWhenReleased();
    } else if (action instanceof Action.Released released) {
      role(released.group(), role -> role.released(released.token()));
      leaveGroupsGivenBack();
      leaveWhenReleased();
    } else if (action instanceof Action.Standing standing) {
      role(standing.group(), role -> role.standing(standing.standing()));
    } else if (action instanceof Action.GroupSeen seen) {
      handOverIfNamed(seen);
    } else if (action instanceof Action.Contested claim) {
      world.tampering().told(this, claim);
    } else if (action instanceof Action.GroupLeft over) {
      groupLeft(over.group());
    } else if (action instanceof Action.Died) {
      roles.values().forEach(SimulatedRole::over);
      incarnate();
    } else if (action instanceof Action.Left) {
      roles.values().forEach(SimulatedRole::over);
      up = false;
      hasLeft = true;
      life++;
      if (world.variation().has(Flaw.CARRIES_ON_AFTER_LEFT)) {
        start();
      }
    }
  }

  /** Nobody, if the group was left. */
  private void role(String group, Consumer<SimulatedRole> what) {
    SimulatedRole role = roles.get(group);
    if (role != null) {
      what.accept(role);
    }
  }

  private void send(long number, Request request) {
    if (request instanceof Request.PutAndList both) {
      ask(number, both.put());
      ask(number + 1, new Request.List());
    } else {
      ask(number, request);
    }
    world.network().send(this, life, number, request);
  }

  private void ask(long number, Request request) {
    asked.put(number, new Asked(request, world.time().now()));
    lastAsked = number;
  }

  // ---- what others see

  @Override
  public boolean mayAct(String group) {
    SimulatedRole role = roles.get(group);
    if (!up || role == null) {
      return false;
    }
    Admission admission = role.published();
    return admission.token() != null && stands(admission);
  }

  private boolean stands(Admission admission) {
    Variation.Guard guard = world.variation().guard();
    return (!guard.readsWall() || clocks.millis() < admission.millisDeadline())
        && (!guard.readsMonotonic() || clocks.nanos() - admission.nanosDeadline() < 0);
  }

  /**
   * Whether it cannot know yet that the record of its group was deleted alone: without the deadline
   * of a confirming read it may overlap with another node until it has looked.
   */
  @Override
  public boolean isExcused(String group) {
    return !world.faults().confirmed()
        && looked.getOrDefault(group, 0L) <= world.deletedAlone(group);
  }

  boolean takesPartIn(String group) {
    return roles.containsKey(group) && !left.containsKey(group);
  }

  @Override
  public Optional<FencingToken> open(String group) {
    return Optional.ofNullable(roles.get(group)).map(r -> r.published().token());
  }

  /** Whether it takes part in a group, and nothing about it keeps it from leading. */
  boolean mayLead(String group) {
    SimulatedRole role = roles.get(group);
    return up
        && !leaving
        && !passive
        && role != null
        && joins.get(group) == ElectionPolicy.AUTOMATIC
        && !left.containsKey(group)
        && role.standing() == GroupStanding.MEMBER;
  }

  /** One guarded call in one of the groups. */
  void call(String group) {
    SimulatedRole role = roles.get(group);
    if (up && role != null) {
      role.call(false);
    }
  }

  /** Calls that are being judged just when something happens to the node. */
  void callSlowly() {
    for (int i = 0; up && i < 3; i++) {
      roles.values().forEach(role -> role.call(true));
    }
  }

  void stepDown(String group, Optional<UUID> candidate) {
    SimulatedRole role = roles.get(group);
    if (up && role != null) {
      role.stepDownFor(candidate);
    }
  }

  List<String> groups() {
    return List.copyOf(joins.keySet());
  }
}
