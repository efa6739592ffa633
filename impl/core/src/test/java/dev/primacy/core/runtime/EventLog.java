package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.Membership;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.NodeJoined;
import dev.primacy.event.NodeLeft;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeRoleChanging;
import dev.primacy.event.NodeUpdated;
import dev.primacy.event.NodesSettled;
import dev.primacy.event.PrimaryChanged;
import dev.primacy.event.StandingChanged;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an application can know that only listens: each event is applied to what the ones before it
 * led to, and has to fit.
 */
final class EventLog implements EventSink {

  /** What goes wrong between the dispatcher and the observers. */
  enum Defect {
    NONE,
    DROPS_ONE,
    DOUBLES_ONE,
    /** It comes after the next one of its type. */
    SWAPS_TWO
  }

  private final Defect defect;
  private final Predicate<NodeRoleChanging> fails;

  /** Which event it happens to. */
  private final int victim;

  private int events;
  private @Nullable ClusterEvent kept;

  private final Map<Class<?>, Long> seqs = new HashMap<>();
  private Optional<NodeRole> role = Optional.empty();
  private GroupStanding standing = GroupStanding.JOINING;
  private Optional<FencingToken> token = Optional.empty();
  private Optional<FencingToken> latest = Optional.empty();
  private Optional<NodeId> primary = Optional.empty();
  private final Map<UUID, ClusterNode> nodes = new HashMap<>();

  EventLog(Defect defect, int victim, Predicate<NodeRoleChanging> fails) {
    this.defect = defect;
    this.victim = victim;
    this.fails = fails;
  }

  int events() {
    return events;
  }

  @Override
  public DeliveryReport deliver(ClusterEvent event) {
    events++;
    if (defect == Defect.NONE || events < victim) {
      apply(event);
    } else {
      damage(event, events == victim);
    }
    if (event instanceof NodeRoleChanging changing && fails.test(changing)) {
      Exception cold = new IllegalStateException("cache is cold");
      return new DeliveryReport(List.of(new DeliveryReport.Failure("Cache.warm", cold)));
    }
    return DeliveryReport.CLEAN;
  }

  private void damage(ClusterEvent event, boolean hit) {
    if (hit && defect == Defect.SWAPS_TWO) {
      kept = event;
    } else if (!hit || defect != Defect.DROPS_ONE) {
      apply(event);
    }
    if (hit && defect == Defect.DOUBLES_ONE) {
      apply(event);
    }
    ClusterEvent late = kept;
    if (!hit && late != null && late.getClass() == event.getClass()) {
      kept = null;
      apply(late);
    }
  }

  // ---- replay

  private void apply(ClusterEvent event) {
    long seq = seqs.merge(event.getClass(), 1L, Long::sum);
    check(event.seq() == seq, event, "is number " + seq + " of its type");
    check(role.isEmpty() || role.get() != NodeRole.NOT_IN_GROUP, event, "comes after the last one");
    if (event instanceof NodeRoleChanged changed) {
      apply(changed);
    } else if (event instanceof NodeRoleChanging changing) {
      check(role.equals(Optional.of(changing.from())), event, "does not follow " + role);
    } else if (event instanceof StandingChanged changed) {
      check(changed.previous() == standing, event, "does not follow " + standing);
      standing = changed.current();
    } else if (event instanceof PrimaryChanged changed) {
      check(changed.previous().map(ClusterNode::id).equals(primary), event, "follows " + primary);
      primary = changed.current().map(ClusterNode::id);
    } else {
      applyToNodes(event);
    }
  }

  private void apply(NodeRoleChanged changed) {
    check(changed.previous().equals(role), changed, "does not follow " + role);
    role = Optional.of(changed.current());
    standing = changed.standing();
    if (changed.current() == NodeRole.PRIMARY) {
      FencingToken next = changed.token().orElseThrow();
      check(latest.isEmpty() || next.supersedes(latest.get()), changed, "follows " + latest);
      token = changed.token();
      latest = token;
    } else {
      check(token.isEmpty() || token.equals(changed.token()), changed, "ends " + token);
      token = Optional.empty();
    }
  }

  private void applyToNodes(ClusterEvent event) {
    if (event instanceof NodeJoined joined) {
      ClusterNode before = nodes.put(joined.joined().id().incarnation(), joined.joined());
      check(before == null, event, "was there");
    } else if (event instanceof NodeUpdated updated) {
      ClusterNode before = nodes.put(updated.current().id().incarnation(), updated.current());
      check(updated.previous().equals(before), event, "was " + before);
    } else if (event instanceof NodeLeft left) {
      ClusterNode before = nodes.remove(left.left().id().incarnation());
      check(left.left().equals(before), event, "was " + before);
    } else if (event instanceof NodesSettled settled) {
      check(new HashSet<>(settled.nodes()).equals(all()), event, "settled with " + nodes);
    }
  }

  private Set<ClusterNode> all() {
    return new HashSet<>(nodes.values());
  }

  private static void check(boolean fits, ClusterEvent event, String why) {
    if (!fits) {
      throw new Unfit(event + ": " + why);
    }
  }

  // ---- what it came to

  /** Compares with what the node itself says now. */
  void compare(Membership registry) {
    same("role", role, Optional.of(registry.role()));
    same("standing", standing, registry.standing());
    same("token", token, registry.token());
    same("primary", primary, registry.primary().map(ClusterNode::id));
    Set<ClusterNode> members = new HashSet<>(all());
    members.removeIf(node -> !node.groups().contains(registry.group()));
    same("nodes", members, new HashSet<>(registry.nodes()));
  }

  private static void same(String what, Object replayed, Object registered) {
    if (!replayed.equals(registered)) {
      throw new Unfit(what + " replays to " + replayed + " and is " + registered);
    }
  }

  /** The log does not fit itself, or the registry. */
  static final class Unfit extends AssertionError {
    private static final long serialVersionUID = 1L;

    Unfit(String why) {
      super(why);
    }
  }
}
