package dev.primacy.core.runtime;

import static dev.primacy.core.CoreLog.LOG;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.core.alarm.GroupAlarms;
import dev.primacy.core.alarm.StoreWatch;
import dev.primacy.core.elector.Action;
import dev.primacy.core.elector.ElectionPolicy;
import dev.primacy.core.elector.Input;
import dev.primacy.core.elector.Timing;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.view.ClusterView;
import dev.primacy.event.EngineConnectionLost;
import dev.primacy.event.EngineConnectionRestored;
import dev.primacy.event.NodeLeftCause;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.StoreStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Hands what the lease thread sees to those that decide what is wrong. On the lease thread; sees
 * each action before it is carried out.
 */
final class Sentry implements ElectorDriver.Witness {
  private static final int REMEMBERED = 256;

  private final ClusterView view;
  private final Map<String, GroupCycle> cycles;
  private final Supplier<StoreStatus> status;
  private final Clocks clocks;
  private final GroupAlarms groups;
  private final StoreWatch store;

  /** Of nodes that are gone: a group may name one as its holder for a while. */
  private final Map<UUID, String> gone = new LinkedHashMap<>();

  Sentry(
      String engine,
      Supplier<StoreStatus> status,
      ClusterView view,
      Map<String, GroupCycle> cycles,
      Timing timing,
      Tools tools) {
    this.status = status;
    this.view = view;
    this.cycles = cycles;
    this.clocks = tools.clocks;
    Duration lease = timing.lease();
    groups = new GroupAlarms(tools.deliveries.alarms(), failover(timing), lease.multipliedBy(2));
    store =
        new StoreWatch(
            engine, tools.deliveries.alarms(), new Told(engine, tools), lease, clocks.nanos());
  }

  /** What it tells with. */
  record Tools(Deliveries deliveries, Scribe scribe, Clocks clocks) {}

  /** A lease that ended just after it was renewed, waited out, and the look that notices. */
  private static Duration failover(Timing timing) {
    long lease = Math.max(timing.lease().toNanos(), timing.longestLease().toNanos());
    long waited = lease + (long) Math.ceil(lease * timing.drift());
    return Duration.ofNanos(waited).plus(timing.renewEvery());
  }

  private record Told(String engine, Tools tools) implements StoreWatch.Listener {
    @Override
    public void lost(String detail) {
      tools.scribe.write(() -> LOG.connectionLost(engine, detail));
      tools.deliveries.report(
          EngineConnectionLost.class,
          (node, seq, at) -> new EngineConnectionLost(node, seq, detail, at));
    }

    @Override
    public void restored(Duration down) {
      tools.scribe.write(() -> LOG.connectionRestored(engine, down.toMillis()));
      tools.deliveries.report(
          EngineConnectionRestored.class,
          (node, seq, at) -> new EngineConnectionRestored(node, seq, down, at));
    }
  }

  // ---- what is seen

  /** A group is taken part in from now on. */
  void joined(String group, ElectionPolicy policy) {
    if (policy == ElectionPolicy.AUTOMATIC) {
      groups.joined(group, clocks.nanos());
    }
  }

  /** A group is taken part in no more. */
  void left(String group) {
    groups.left(group);
  }

  @Override
  public void answered(Input answer) {
    boolean positive =
        answer instanceof Input.Found
            || (answer instanceof Input.Written written
                && (written.outcome() instanceof PutOutcome.Stored
                    || written.outcome() instanceof PutOutcome.Conflict));
    if (positive) {
      store.answered(clocks.nanos());
    }
  }

  @Override
  public void saw(Action action) {
    if (action instanceof Action.HolderSeen seen) {
      holder(seen);
    } else if (action instanceof Action.Granted granted) {
      groups.held(granted.group());
    } else if (action instanceof Action.Lost lost) {
      groups.heldNoMore(lost.group());
    } else if (action instanceof Action.Released released) {
      groups.heldNoMore(released.group());
    } else if (action instanceof Action.Died) {
      groups.nothingHeld();
    } else if (action instanceof Action.NodeSeen seen) {
      node(seen.node());
    } else if (action instanceof Action.NodeGone left) {
      gone(left.incarnation(), left.cause());
    } else if (action instanceof Action.Contested claim && cycles.containsKey(claim.group())) {
      groups.contested(claim.group(), text(claim), clocks.nanos());
    }
  }

  private static String text(Action.Contested claim) {
    return "group "
        + claim.group()
        + ": the store shows "
        + claim.seen().map(token -> "term " + token.term()).orElse("no term")
        + ", and term "
        + claim.known().term()
        + (claim.held() ? " was held here" : " was seen before");
  }

  private void holder(Action.HolderSeen seen) {
    GroupCycle cycle = cycles.get(seen.group());
    if (cycle == null) {
      return;
    }
    Optional<String> dead = seen.holder().map(gone::get);
    if (dead.isPresent()) {
      groups.noPrimary(seen.group(), dead.get(), clocks.nanos());
    } else if (seen.holder().isPresent()) {
      groups.primary(seen.group(), clocks.nanos());
    } else {
      String how =
          cycle.primaryId().map(NodeId::name).map(n -> n + " gave it up").orElse("nobody holds it");
      groups.noPrimary(seen.group(), how, clocks.nanos());
    }
  }

  private void node(ClusterNode node) {
    if (groups.missesNodes()) {
      node.groups().forEach(group -> groups.nodeSeen(group, node.id().name()));
    }
  }

  private void gone(UUID incarnation, NodeLeftCause cause) {
    Optional<ClusterNode> known = view.find(incarnation);
    String how = how(cause);
    remember(incarnation, known.map(node -> node.id().name() + " " + how).orElse("it " + how));
    if (cause == NodeLeftCause.EXPELLED || cause == NodeLeftCause.DECLARED_DEAD) {
      known.ifPresent(node -> missed(node, how));
    }
    for (GroupCycle cycle : cycles.values()) {
      if (cycle.isHeldBy(incarnation)) {
        groups.noPrimary(cycle.group(), gone.getOrDefault(incarnation, how), clocks.nanos());
      }
    }
  }

  private void remember(UUID incarnation, String how) {
    gone.put(incarnation, how);
    if (gone.size() > REMEMBERED) {
      gone.remove(gone.keySet().iterator().next());
    }
  }

  /** One that came back under the same name before it was missed is not. */
  private void missed(ClusterNode node, String how) {
    String name = node.id().name();
    List<ClusterNode> back =
        view.nodes().stream()
            .filter(other -> other.id().name().equals(name) && !other.id().equals(node.id()))
            .toList();
    for (String group : node.groups()) {
      if (back.stream().noneMatch(other -> other.groups().contains(group))) {
        groups.nodeGone(group, name, how);
      }
    }
  }

  private static String how(NodeLeftCause cause) {
    return switch (cause) {
      case LEFT -> "left";
      case EXPELLED -> "fell silent, and its lease was waited out";
      case DECLARED_DEAD -> "was declared dead";
      case REMOVED -> "is gone from the store";
    };
  }

  // ---- time

  /** Time has come to look. */
  void look() {
    long now = clocks.nanos();
    store.look(status.get(), now);
    groups.look(now);
  }

  /** Whether the store answers, looked at now. */
  boolean lookedAtAndReachesStore() {
    look();
    return store.isThere();
  }
}
