package dev.primacy.core.simulation;

import static dev.primacy.core.invariant.Invariants.check;

import dev.primacy.FencingToken;
import dev.primacy.core.elector.Action;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * At last somebody writes to the store past the election, while a primary acts and nothing else
 * goes wrong. Whoever can tell has to; before that, nobody may.
 */
final class Tampering {

  /** What the forged record shows, always with a holder nobody ever heard of. */
  private enum Kind {
    /** It was taken, under the lease of its holder. */
    NEXT_TERM,
    /** It has two holders in one term. */
    SAME_TERM,
    /** It is as it was before, as in a backup. */
    EARLIER_TERM,
    /** It is another group of the same name, and taken. */
    OTHER_SCOPE
  }

  private record Told(SimulatedNode node, Action.Contested claim) {}

  private final Simulation world;
  private final List<Told> told = new ArrayList<>();
  private boolean struck;

  private String group;
  private Kind kind;
  private SimulatedNode holder;
  private FencingToken token;

  Tampering(Simulation world) {
    this.world = world;
  }

  /** A node tells of a conflict. */
  void told(SimulatedNode node, Action.Contested claim) {
    boolean excused = !world.faults().confirmed() && world.deletedAlone(claim.group()) >= 0;
    check(struck || excused, () -> node + " raises a false alarm: " + claim);
    check(
        !claim.held() || node.open(claim.group()).isEmpty(),
        () -> node + " tells of a conflict with its guard open: " + claim);
    told.add(new Told(node, claim));
  }

  /** Forges the record of a group somebody acts in. */
  boolean strike(List<String> groups) {
    for (SimulatedNode node : world.nodes()) {
      for (String each : groups) {
        if (node.mayAct(each) && !struck) {
          group = each;
          holder = node;
          token = node.open(each).orElseThrow();
          strike();
        }
      }
    }
    return struck;
  }

  private void strike() {
    struck = true;
    told.clear();
    world.invariants().end();
    Kind[] kinds = Kind.values();
    kind = kinds[world.random().nextInt(kinds.length)];
    kind = kind == Kind.EARLIER_TERM && token.term() == 1 ? Kind.SAME_TERM : kind;
    RecordKey key = new RecordKey(RecordKind.GROUP, group);
    GroupRecord forged = forged(world.recordOf(group));
    world.trace().add(-1, 18, () -> "forged, " + kind + ": " + forged);
    world.network().store().forge(key, RecordCodec.encode(forged));
  }

  private GroupRecord forged(GroupRecord seen) {
    long change = kind == Kind.NEXT_TERM ? 1 : kind == Kind.EARLIER_TERM ? -1 : 0;
    return new GroupRecord(
        seen.state(),
        kind == Kind.OTHER_SCOPE ? random() : seen.scope(),
        seen.term() + change,
        Optional.of(random()),
        Optional.empty(),
        seen.frozen(),
        seen.readOnly(),
        seen.policy(),
        seen.fingerprint(),
        seen.unknown());
  }

  private UUID random() {
    return new UUID(world.random().nextLong(), world.random().nextLong());
  }

  /** All have looked since, and nobody can have taken the group from the stranger yet. */
  void checkFound() {
    check(!holder.open(group).equals(Optional.of(token)), () -> holder + " acts on, " + kind);
    check(
        told.stream().anyMatch(t -> t.node == holder && t.claim.held()),
        () -> holder + " lost " + token + " and does not tell why, " + kind);
    if (kind == Kind.SAME_TERM || kind == Kind.EARLIER_TERM) {
      world.nodes().stream()
          .filter(node -> node.isUp() && node.takesPartIn(group))
          .forEach(
              node ->
                  check(
                      told.stream().anyMatch(t -> t.node == node),
                      () -> node + " does not tell of " + kind));
    }
  }
}
