package dev.primacy.core.simulation;

import dev.primacy.FencingToken;
import dev.primacy.core.elector.Request;
import dev.primacy.core.invariant.Invariants;
import dev.primacy.core.record.Candidate;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.GroupState;
import dev.primacy.core.record.NodeState;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.record.RecordFormatException;
import dev.primacy.core.simulation.Variation.Flaw;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.StoredRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Freezes and drops groups, names their next holders, makes them read-only: reads, thinks for a
 * while, and writes by compare-and-set (R9). Has groups handed over.
 */
final class SimulatedOperator {

  private static final long MS = 1_000_000;

  private final Simulation world;

  /** Who was named by a release, ever. */
  private final Map<String, Set<UUID>> named = new HashMap<>();

  private final List<HandOver> handOvers = new ArrayList<>();

  /** A role given up in the calm; in favour of somebody, or of anybody else. */
  private record HandOver(
      String group, SimulatedNode from, long term, Optional<SimulatedNode> to) {}

  SimulatedOperator(Simulation world) {
    this.world = world;
  }

  /** Keeps a group from changing hands for a while, or for good. */
  void freeze(String group) {
    change(group, seen -> !seen.frozen(), seen -> with(seen, GroupState.OPEN, true), 1);
    if (world.chance(0.8)) {
      world.time().in(world.random().nextLong(4 * Simulation.LEASE), () -> thaw(group));
    }
  }

  private void thaw(String group) {
    change(group, GroupRecord::frozen, seen -> with(seen, GroupState.OPEN, false), 20);
  }

  /** Has a group refuse writes, or allow them again. */
  void readOnly(String group) {
    boolean refused = world.chance(0.5);
    change(group, seen -> true, seen -> seen.readOnly(refused), 1);
  }

  /** Names who is to take a group over, whoever holds it. */
  void nominate(String group, SimulatedNode node) {
    UUID next = node.incarnation();
    if (next != null) {
      names(group, next);
      Candidate candidate = new Candidate(next, Duration.ofNanos(Simulation.LEASE));
      change(group, seen -> true, seen -> seen.nominating(Optional.of(candidate)), 1);
    }
  }

  /** Drops a group as soon as nobody holds it. */
  void drop(String group) {
    change(group, this::mayBeDropped, seen -> with(seen, GroupState.DROPPED, seen.frozen()), 6);
  }

  private boolean mayBeDropped(GroupRecord seen) {
    return seen.holder().map(this::isExpelled).orElse(true)
        || world.variation().has(Flaw.DROPS_HELD_GROUPS);
  }

  private boolean isExpelled(UUID incarnation) {
    Optional<StoredRecord> found = read(new RecordKey(RecordKind.NODE, incarnation.toString()));
    try {
      return found.isPresent()
          && RecordCodec.decodeNode(found.get().value()).state() == NodeState.EXPELLED;
    } catch (RecordFormatException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  // ---- the role is handed over

  void names(String group, UUID incarnation) {
    named.computeIfAbsent(group, first -> new HashSet<>()).add(incarnation);
  }

  boolean named(String group, UUID incarnation) {
    return named.getOrDefault(group, Set.of()).contains(incarnation);
  }

  /** In the calm: every primary steps down, most of them in favour of a certain node. */
  void handOver() {
    world.groups().forEach(this::handOver);
  }

  private void handOver(String group) {
    List<SimulatedNode> able = world.nodes().stream().filter(n -> n.mayLead(group)).toList();
    List<SimulatedNode> others = able.stream().filter(n -> !n.mayAct(group)).toList();
    if (others.isEmpty() || others.size() == able.size() || !mayChangeHands(group)) {
      return;
    }
    SimulatedNode from = able.stream().filter(n -> n.mayAct(group)).findFirst().orElseThrow();
    Optional<SimulatedNode> to =
        world.chance(0.7)
            ? Optional.of(others.get(world.random().nextInt(others.size())))
            : Optional.empty();
    world.trace().add(-1, 18, () -> "hand over " + group + " from " + from + " to " + to);
    handOvers.add(new HandOver(group, from, termOf(group, from), to));
    from.stepDown(group, to.map(SimulatedNode::incarnation));
  }

  private boolean mayChangeHands(String group) {
    return read(new RecordKey(RecordKind.GROUP, group))
        .map(SimulatedOperator::decoded)
        .filter(seen -> seen.state() == GroupState.OPEN && !seen.frozen())
        .isPresent();
  }

  /** Two leases later it is where it was to be. */
  void checkHandedOver() {
    for (HandOver done : handOvers) {
      SimulatedNode acts =
          world.nodes().stream().filter(n -> n.mayAct(done.group)).findFirst().orElse(null);
      Invariants.check(
          done.to.isPresent() ? acts == done.to.get() : acts != done.from || hadAnother(done),
          () -> acts + " acts in " + done.group + " after " + done);
    }
  }

  /** Whoever took it may have left since: then whoever gave it up may have it again. */
  private static boolean hadAnother(HandOver done) {
    return termOf(done.group, done.from) > done.term + 1;
  }

  private static long termOf(String group, SimulatedNode node) {
    return node.open(group).map(FencingToken::term).orElse(0L);
  }

  // ---- a group is changed

  private void change(
      String group, Predicate<GroupRecord> when, UnaryOperator<GroupRecord> how, int attempts) {
    RecordKey key = new RecordKey(RecordKind.GROUP, group);
    Optional<StoredRecord> found = read(key);
    GroupRecord seen = found.map(SimulatedOperator::decoded).orElse(null);
    if (seen != null && seen.state() == GroupState.OPEN && when.test(seen)) {
      byte[] value = RecordCodec.encode(how.apply(seen));
      Request put = new Request.Put(key, found.get().version(), value);
      world.time().in(delay(), () -> write(put));
    }
    if (attempts > 1) {
      world.time().in(pause(), () -> change(group, when, how, attempts - 1));
    }
  }

  private void write(Request put) {
    world.trace().add(-1, 15, () -> "operator: " + Simulation.shown(put));
    world.network().store().write(put, false);
    world.check();
  }

  private Optional<StoredRecord> read(RecordKey key) {
    return world.network().store().find(key).stream().findFirst();
  }

  private static GroupRecord decoded(StoredRecord found) {
    try {
      return RecordCodec.decodeGroup(found.value());
    } catch (RecordFormatException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static GroupRecord with(GroupRecord seen, GroupState state, boolean frozen) {
    boolean open = state == GroupState.OPEN;
    return new GroupRecord(
        state,
        seen.scope(),
        seen.term(),
        open ? seen.holder() : Optional.empty(),
        open ? seen.candidate() : Optional.empty(),
        frozen,
        seen.readOnly(),
        seen.policy(),
        seen.fingerprint(),
        seen.unknown());
  }

  private long delay() {
    return world.random().nextLong(!world.calm() && world.chance(0.2) ? Simulation.LEASE : 5 * MS);
  }

  private long pause() {
    return 10 * MS + world.random().nextLong(Simulation.LEASE / 2);
  }
}
