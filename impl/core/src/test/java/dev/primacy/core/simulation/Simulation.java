package dev.primacy.core.simulation;

import dev.primacy.core.elector.Action;
import dev.primacy.core.elector.ElectionPolicy;
import dev.primacy.core.elector.Input;
import dev.primacy.core.elector.Request;
import dev.primacy.core.elector.Timing;
import dev.primacy.core.invariant.Invariants;
import dev.primacy.core.invariant.Violation;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.GroupState;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.record.RecordFormatException;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.StoredRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A whole cluster in one thread: the production elector on every node, a linearizable store, a bad
 * network, bad clocks and bad luck. One seed makes one run, the same each time.
 */
public final class Simulation {

  /** The usual lease of the simulated nodes, in nanoseconds. */
  static final long LEASE = 1_000_000_000L;

  private static final long MS = 1_000_000;
  private static final double DRIFT = 0.1;
  private static final List<String> GROUPS = List.of("ledger", "mail");

  /**
   * What came of a run.
   *
   * @param seed the seed
   * @param violation the invariant that did not hold; empty if all did
   * @param hash of everything that happened
   * @param admissions how many calls were let in
   * @param tenures how many tokens were granted
   * @param trace what happened, if it was asked for
   */
  public record Outcome(
      long seed,
      Optional<String> violation,
      long hash,
      long admissions,
      long tenures,
      List<String> trace) {}

  private final long seed;
  private final Variation variation;
  private final SplittableRandom random;
  private final Faults faults;
  private final Schedule time = new Schedule();
  private final Trace trace;
  private final Invariants invariants = new Invariants();
  private final SimulatedNetwork network;
  private final SimulatedOperator operator;
  private final Tampering tampering;

  /** When the record of a group was last deleted alone. */
  private final Map<String, Long> deletedAlone = new HashMap<>();

  private final List<SimulatedNode> nodes = new ArrayList<>();
  private boolean calm;
  private int acting;

  private Simulation(long seed, Variation variation, boolean readable) {
    this.seed = seed;
    this.variation = variation;
    random = new SplittableRandom(seed);
    faults = Faults.drawn(random);
    trace = new Trace(time, readable);
    network = new SimulatedNetwork(this);
    operator = new SimulatedOperator(this);
    tampering = new Tampering(this);
  }

  /**
   * Runs one seed.
   *
   * @param seed the seed
   * @param variation what runs in it
   * @param readable whether the trace is wanted as text
   * @return what came of it
   */
  public static Outcome run(long seed, Variation variation, boolean readable) {
    return new Simulation(seed, variation, readable).run();
  }

  private Outcome run() {
    Optional<String> violation = Optional.empty();
    try {
      trace.add(-1, 0, faults::toString);
      populate();
      long end = (8 + random.nextInt(10)) * LEASE;
      scheduleFaults(end);
      runUntil(end);
      becomeCalm();
      runUntil(end + 9 * LEASE);
      checkProgress();
      operator.handOver();
      runUntil(end + 11 * LEASE);
      checkProgress();
      operator.checkHandedOver();
      if (tampering.strike(GROUPS)) {
        runUntil(end + 12 * LEASE);
        tampering.checkFound();
      }
    } catch (Violation found) {
      violation = Optional.of(String.valueOf(found.getMessage()));
    }
    return new Outcome(
        seed,
        violation,
        trace.hash(),
        invariants.admissions(),
        invariants.tenures(),
        trace.lines());
  }

  private void runUntil(long end) {
    while (time.step(end)) {
      check();
    }
  }

  // ---- the cluster

  private void populate() {
    int count = 2 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      nodes.add(node(i, i == count - 1));
    }
    for (SimulatedNode node : nodes) {
      time.in(random.nextLong(chance(0.7) ? 50 * MS : 2 * LEASE), node::start);
    }
    for (SimulatedNode node : nodes) {
      scheduleCalls(node);
    }
  }

  private SimulatedNode node(int index, boolean last) {
    double rate = 1 + DRIFT * List.of(-1, 0, 1).get(random.nextInt(3));
    Drifting clocks =
        new Drifting(
            time, rate, chance(0.2) ? Long.MAX_VALUE - 5 * LEASE : random.nextLong(), wallOrigin());
    boolean odd = faults.otherSettings() && last;
    Map<String, ElectionPolicy> joins = new TreeMap<>();
    for (String group : GROUPS) {
      boolean refused = odd && group.equals(GROUPS.get(0));
      joins.put(group, refused ? ElectionPolicy.OPERATOR : ElectionPolicy.AUTOMATIC);
    }
    boolean passive = last && index > 1 && chance(0.1);
    return new SimulatedNode(this, index, timing(last), passive, joins, clocks);
  }

  private long wallOrigin() {
    return 1_700_000_000_000L + random.nextLong(7_200_000);
  }

  private Timing timing(boolean last) {
    boolean offends = faults.offender() && last;
    long lease = offends || (faults.unevenLeases() && chance(0.5)) ? LEASE * 3 / 2 : LEASE;
    long longest = faults.unevenLeases() || offends ? LEASE * 3 / 2 : LEASE;
    return new Timing(
        Duration.ofNanos(lease),
        DRIFT,
        Duration.ofNanos(LEASE * 3 / 10),
        Duration.ofNanos(LEASE / 5),
        Duration.ofNanos(longest),
        Duration.ofNanos(faults.tombstonesGo() ? 15 * LEASE : 3600 * LEASE));
  }

  private void scheduleCalls(SimulatedNode node) {
    String group = GROUPS.get(random.nextInt(GROUPS.size()));
    node.call(group);
    time.in(random.nextLong(80 * MS), () -> scheduleCalls(node));
  }

  // ---- faults

  private void scheduleFaults(long end) {
    scheduleFault(end);
  }

  private void scheduleFault(long end) {
    long at = time.now() + random.nextLong(LEASE);
    if (at < end) {
      time.at(
          at,
          () -> {
            misfortune();
            scheduleFault(end);
          });
    }
  }

  private void misfortune() {
    SimulatedNode node = nodes.get(random.nextInt(nodes.size()));
    if (chance(0.6)) {
      node = primaryOf(GROUPS.get(random.nextInt(GROUPS.size()))).orElse(node);
    }
    node.callSlowly();
    switch (random.nextInt(13)) {
      case 0 -> cut(faults.cuts(), node);
      case 1 -> freeze(faults.pauses(), node);
      case 2 -> crash(faults.crashes(), node);
      case 3 -> stop(faults.stops(), node);
      case 4, 5 -> stepDown(faults.stepDowns(), node);
      case 6 -> stepWall(faults.wallSteps(), node);
      case 7 -> suspend(faults.suspends(), node);
      case 8 -> wipe(faults.wipes() && chance(0.4), true, true);
      case 9 -> wipe(faults.nodeWipes() && chance(0.4), true, false);
      case 10 -> wipeGroup(faults.groupWipes() && chance(0.4));
      case 11 -> freezeGroup(faults.freezes() && chance(0.5));
      default -> drop(faults.drops() && chance(0.3));
    }
    leaveGroup(faults.moves() && chance(0.3), node);
    check();
  }

  private Optional<SimulatedNode> primaryOf(String group) {
    return nodes.stream().filter(node -> node.open(group).isPresent()).findFirst();
  }

  private void cut(boolean wanted, SimulatedNode node) {
    if (wanted) {
      int kind = random.nextInt(4);
      trace.add(node.index(), 10, () -> "n" + node.index() + " is cut off, kind " + kind);
      if (kind == 3) {
        cutReads(node);
        return;
      }
      network.cut(node.index(), kind != 1, kind != 0);
      time.in(random.nextLong(3 * LEASE), () -> network.heal(node.index()));
    }
  }

  private void cutReads(SimulatedNode node) {
    trace.add(node.index(), 10, () -> "n" + node.index() + " cannot read");
    network.cutReads(node.index());
    time.in(LEASE + random.nextLong(3 * LEASE), () -> network.heal(node.index()));
  }

  private void freeze(boolean wanted, SimulatedNode node) {
    if (wanted && node.isUp() && !node.isFrozen()) {
      node.freeze(random.nextLong(chance(0.8) ? 2 * LEASE : 6 * LEASE));
    }
  }

  private void suspend(boolean wanted, SimulatedNode node) {
    if (wanted && node.isUp() && !node.isFrozen() && node.clocks().maySuspend()) {
      node.suspend(random.nextLong(4 * LEASE));
    }
  }

  private void crash(boolean wanted, SimulatedNode node) {
    if (wanted && node.isUp() && !node.isSuspended()) {
      node.crash();
      restartLater(node, random.nextLong(chance(0.5) ? LEASE / 10 : 4 * LEASE));
    }
  }

  private void stop(boolean wanted, SimulatedNode node) {
    if (wanted && node.isUp() && !node.isSuspended() && !node.isLeaving()) {
      node.stop();
      restartLater(node, LEASE + random.nextLong(3 * LEASE));
    }
  }

  private void restartLater(SimulatedNode node, long nanos) {
    time.in(
        nanos,
        () -> {
          if (node.isUp() && node.isLeaving()) {
            restartLater(node, LEASE / 4);
          } else if (!node.isUp()) {
            node.start();
          }
        });
  }

  private void stepDown(boolean wanted, SimulatedNode node) {
    if (wanted && node.isUp() && !node.isFrozen()) {
      Optional<UUID> candidate =
          chance(0.3)
              ? Optional.ofNullable(nodes.get(random.nextInt(nodes.size())).incarnation())
              : Optional.empty();
      node.stepDown(GROUPS.get(random.nextInt(GROUPS.size())), candidate);
    }
  }

  /** Mostly as an application would, with its calls drained; sometimes without a warning. */
  private void leaveGroup(boolean wanted, SimulatedNode node) {
    if (wanted && node.isUp() && !node.isLeaving()) {
      String group = GROUPS.get(random.nextInt(GROUPS.size()));
      node.leaveGroup(group, chance(0.2));
      time.in(random.nextLong(chance(0.5) ? 20 * MS : 4 * LEASE), () -> node.joinGroup(group));
    }
  }

  private void stepWall(boolean wanted, SimulatedNode node) {
    if (wanted && node.clocks().mayStep()) {
      long millis = random.nextLong(-7_200_000, 7_200_000);
      trace.add(node.index(), 11, () -> "n" + node.index() + " wall clock steps " + millis);
      if (faults.cuts() && chance(0.4)) {
        // what was sent before the step is only heard of after it
        network.cut(node.index(), false, true);
        time.in(random.nextLong(LEASE), () -> network.heal(node.index()));
      }
      if (chance(0.5)) {
        // as after a virtual machine was moved: it stood still, and its clock is set on arrival
        node.freeze(2 * LEASE);
        long delay = LEASE + random.nextLong(LEASE);
        node.clocks().willStep(delay);
        time.in(delay, () -> node.clocks().stepWall(-Math.abs(millis)));
      } else {
        node.clocks().stepWall(millis);
      }
    }
  }

  private void wipe(boolean wanted, boolean nodeRecords, boolean groupRecords) {
    if (wanted) {
      trace.add(-1, 12, () -> "wiped: nodes " + nodeRecords + ", groups " + groupRecords);
      network.store().wipe(key -> key.kind() == RecordKind.NODE ? nodeRecords : groupRecords);
    }
  }

  private void wipeGroup(boolean wanted) {
    if (wanted) {
      String group = GROUPS.get(random.nextInt(GROUPS.size()));
      trace.add(-1, 13, () -> "wiped: group " + group);
      deletedAlone.put(group, time.now());
      if (faults.cuts() && chance(0.4)) {
        // and its holder cannot see it, though its lease goes on
        primaryOf(group).ifPresent(this::cutReads);
      }
      network.store().wipe(key -> key.kind() == RecordKind.GROUP && key.name().equals(group));
    }
  }

  private void freezeGroup(boolean wanted) {
    if (wanted) {
      String group = GROUPS.get(random.nextInt(GROUPS.size()));
      switch (random.nextInt(4)) {
        case 0 -> operator.readOnly(group);
        case 1 -> operator.nominate(group, nodes.get(random.nextInt(nodes.size())));
        default -> operator.freeze(group);
      }
    }
  }

  /** Mostly as a person would: the primary steps down, and then the group is dropped. */
  private void drop(boolean wanted) {
    if (wanted) {
      String group = GROUPS.get(random.nextInt(GROUPS.size()));
      if (chance(0.7)) {
        primaryOf(group).ifPresent(node -> node.stepDown(group, Optional.empty()));
      }
      operator.drop(group);
    }
  }

  private void becomeCalm() {
    trace.add(-1, 14, () -> "calm");
    calm = true;
    for (SimulatedNode node : nodes) {
      network.heal(node.index());
    }
  }

  // ---- what must hold

  void check() {
    if (acting < 2) {
      return;
    }
    GROUPS.forEach(group -> invariants.oneHolderActs(group, nodes));
  }

  private void checkProgress() {
    for (String group : GROUPS) {
      nodes.forEach(
          node ->
              Invariants.check(
                  !node.isLeavingGroup(group), () -> node + " never comes to leave " + group));
      long acting = nodes.stream().filter(node -> node.mayAct(group)).count();
      GroupRecord record = recordOf(group);
      boolean frozen = record != null && record.frozen();
      if (acting != (isToBeHeld(record) ? 1 : 0) && !(frozen && acting == 0)) {
        throw new Violation(acting + " act in " + group + " at last: " + nodes);
      }
    }
  }

  private static boolean isToBeHeld(GroupRecord record) {
    return record == null
        || (record.state() == GroupState.OPEN
            && !record.policy().equals(ElectionPolicy.OPERATOR.name()));
  }

  GroupRecord recordOf(String group) {
    List<StoredRecord> found = network.store().find(new RecordKey(RecordKind.GROUP, group));
    try {
      return found.isEmpty() ? null : RecordCodec.decodeGroup(found.get(0).value());
    } catch (RecordFormatException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  // ---- for the parts

  long deletedAlone(String group) {
    return deletedAlone.getOrDefault(group, -1L);
  }

  void dropped(String group, UUID scope) {
    invariants.dropped(group, scope, time.now(), nodes);
  }

  boolean chance(double probability) {
    return probability > 0 && random.nextDouble() < probability;
  }

  /** How long a thread stands still between reading the clocks and acting; mostly not at all. */
  long stall() {
    return !calm && faults.stalls() && chance(0.02) ? random.nextLong(2 * LEASE) : 0;
  }

  /** How long a call may stand still between two steps of its judgement. */
  long pause() {
    return calm ? MS : chance(0.6) ? 5 * MS : chance(0.7) ? LEASE / 3 : 2 * LEASE;
  }

  /** Counts the roles whose guard is open: with fewer than two there is nothing to check. */
  void acting(int change) {
    acting += change;
  }

  boolean calm() {
    return calm;
  }

  SplittableRandom random() {
    return random;
  }

  Faults faults() {
    return faults;
  }

  Variation variation() {
    return variation;
  }

  Schedule time() {
    return time;
  }

  Trace trace() {
    return trace;
  }

  Invariants invariants() {
    return invariants;
  }

  Tampering tampering() {
    return tampering;
  }

  SimulatedNetwork network() {
    return network;
  }

  SimulatedOperator operator() {
    return operator;
  }

  List<SimulatedNode> nodes() {
    return nodes;
  }

  List<String> groups() {
    return GROUPS;
  }

  // ---- for people

  static String shown(Object what) {
    if (what instanceof Action.Send send) {
      return "send " + send.number() + " " + shown(send.request());
    }
    if (what instanceof Input.Found found) {
      return "found "
          + found.request()
          + " "
          + found.records().stream().map(Simulation::shown).toList();
    }
    if (what instanceof StoredRecord record) {
      return record.version().value() + " " + decoded(record.key(), record.value());
    }
    if (what instanceof Request.PutAndList both) {
      return shown(both.put()) + " and list";
    }
    if (what instanceof Request.Put put) {
      return "put if " + put.expected().value() + " " + decoded(put.key(), put.value());
    }
    return String.valueOf(what);
  }

  private static String decoded(RecordKey key, byte[] value) {
    try {
      if (key.kind() == RecordKind.GROUP) {
        GroupRecord group = RecordCodec.decodeGroup(value);
        return key.name()
            + "{"
            + group.state()
            + " scope "
            + group.scope().toString().substring(0, 4)
            + " term "
            + group.term()
            + (group.frozen() ? " frozen" : "")
            + " holder "
            + group.holder().map(h -> h.toString().substring(0, 8)).orElse("none")
            + "}";
      }
      var node = RecordCodec.decodeNode(value);
      return node.name()
          + "/"
          + key.name().substring(0, 8)
          + "{"
          + node.state()
          + " "
          + node.attempt()
          + "}";
    } catch (RecordFormatException unreadable) {
      return key + " unreadable";
    }
  }
}
