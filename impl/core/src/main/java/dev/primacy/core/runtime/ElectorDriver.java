package dev.primacy.core.runtime;

import dev.primacy.NodeId;
import dev.primacy.core.elector.Action;
import dev.primacy.core.elector.ClockReading;
import dev.primacy.core.elector.Elector;
import dev.primacy.core.elector.Input;
import dev.primacy.core.elector.Request;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.view.ClusterView;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Feeds the elector and carries its actions out, in their order. On the lease thread.
 *
 * <p>The clocks are read once per input, when its turn has come: after the answer it carries had
 * arrived, and before anything is sent because of it.
 */
final class ElectorDriver implements GroupCycle.Elections {

  /** The way to the store. */
  interface Requests {

    /** Sends, and has each answer handed to {@link #answered} with the one who asked. */
    void send(Object asker, RecordKey own, long number, Request request);
  }

  private final Clocks clocks;
  private final Requests calls;
  private final Map<String, GroupCycle> cycles;
  private final Holders holders;
  private final NodeFeed nodes;
  private final Incarnations incarnations;
  private final Transcript transcript;
  private final Queue<Input> deferred = new ArrayDeque<>();
  private final Set<GroupCycle> touched = new LinkedHashSet<>();
  private final CompletableFuture<Void> left = new CompletableFuture<>();

  private Elector elector;
  private RecordKey ownKey;

  private boolean started;
  private boolean working;
  private boolean resting;
  private boolean leaving;
  private long bornNanos;
  private long wakeUp;

  ElectorDriver(
      Incarnations incarnations,
      Clocks clocks,
      Requests calls,
      Map<String, GroupCycle> cycles,
      ClusterView view,
      NodeFeed nodes,
      Transcript transcript) {
    this.incarnations = incarnations;
    this.clocks = clocks;
    this.calls = calls;
    this.cycles = cycles;
    this.holders = new Holders(view);
    this.nodes = nodes;
    this.transcript = transcript;
    this.elector = incarnations.elector();
    this.ownKey = keyOf(incarnations.get());
    this.bornNanos = clocks.nanos();
    this.wakeUp = bornNanos;
  }

  private static RecordKey keyOf(NodeId node) {
    return new RecordKey(RecordKind.NODE, node.incarnation().toString());
  }

  /** With the groups there are. */
  void start() {
    started = true;
    begin();
  }

  private void begin() {
    bornNanos = clocks.nanos();
    for (GroupCycle cycle : List.copyOf(cycles.values())) {
      cycle.join().ifPresent(this::submit);
    }
    submit(new Input.Tick());
  }

  /** Also at run time. */
  void join(GroupCycle cycle) {
    if (started && !resting) {
      cycle.join().ifPresent(this::submit);
    }
  }

  /** Whether another node may become primary of a group. */
  boolean mayLead(String group, UUID incarnation) {
    return elector.mayLead(group, incarnation);
  }

  /** Nobody asks for this group any more. */
  void forget(String group) {
    holders.forget(group);
  }

  /** Completes when LEFT is written, or never will be. */
  CompletableFuture<Void> leave() {
    leaving = true;
    if (resting) {
      left.complete(null);
    }
    submit(new Input.Leave());
    return left;
  }

  /** Works in an answer to a request of one elector; one that is gone is not told. */
  void answered(Object asker, Input answer) {
    if (asker == elector && !resting) {
      submit(answer);
    }
  }

  @Override
  public void submit(Input input) {
    deferred.add(input);
    if (working) {
      return;
    }
    working = true;
    try {
      for (Input next = deferred.poll(); next != null; next = deferred.poll()) {
        work(next);
      }
    } finally {
      working = false;
    }
  }

  private void work(Input input) {
    ClockReading now = new ClockReading(clocks.nanos(), clocks.millis());
    try {
      for (Action action : elector.handle(input, now)) {
        carryOut(action);
      }
      if (!resting) {
        wakeUp = elector.nextWakeUp(now);
      }
    } catch (RuntimeException defect) {
      // whatever this incarnation believes is not to be trusted any more
      transcript.defect(defect);
      died(RoleChangeCause.LEASE_EXPIRED);
    }
    touched.forEach(GroupCycle::endOfBatch);
    touched.clear();
    nodes.endOfBatch();
  }

  void tickIfDue() {
    if (waitNanos() <= 0) {
      reviveIfResting();
      submit(new Input.Tick());
    }
  }

  long waitNanos() {
    return wakeUp - clocks.nanos();
  }

  /** An incarnation that died young rests, so that whatever kills it does not do so in a loop. */
  private void died(RoleChangeCause cause) {
    cycles.values().forEach(cycle -> cycle.died(cause));
    touched.addAll(cycles.values());
    if (leaving) {
      left.complete(null);
      return;
    }
    NodeId dead = incarnations.get();
    NodeId next = incarnations.next();
    transcript.reincarnated(dead, cause, next);
    nodes.reborn(dead.incarnation());
    boolean young = clocks.nanos() - bornNanos < incarnations.lease().toNanos();
    elector = incarnations.elector(elector.bounds());
    ownKey = keyOf(next);
    deferred.clear();
    resting = true;
    wakeUp = clocks.nanos() + (young ? incarnations.lease().toNanos() / 2 : 0);
  }

  private void reviveIfResting() {
    if (resting) {
      resting = false;
      begin();
    }
  }

  private void carryOut(Action action) {
    if (action instanceof Action.Send send) {
      calls.send(elector, ownKey, send.number(), send.request());
    } else if (action instanceof Action.Publish publish) {
      touch(publish.group(), cycle -> cycle.published(publish.admission()));
    } else if (action instanceof Action.Died died) {
      died(died.cause());
    } else if (action instanceof Action.Left) {
      left.complete(null);
    } else if (action instanceof Action.Complain complaint) {
      transcript.complaint(complaint);
    } else if (!aboutGroup(action)) {
      aboutNodes(action);
    }
  }

  private boolean aboutGroup(Action action) {
    if (action instanceof Action.Granted granted) {
      touch(granted.group(), cycle -> cycle.granted(granted.token()));
    } else if (action instanceof Action.Lost lost) {
      touch(lost.group(), cycle -> cycle.lost(lost.token(), lost.cause()));
    } else if (action instanceof Action.Released released) {
      touch(released.group(), cycle -> cycle.released(released.token()));
    } else if (action instanceof Action.Standing standing) {
      touch(standing.group(), cycle -> cycle.standing(standing.standing(), standing.cause()));
    } else if (action instanceof Action.HolderSeen seen) {
      touch(seen.group(), cycle -> holders.seen(cycle, seen.holder(), seen.token()));
    } else if (action instanceof Action.Contested contested) {
      touch(contested.group(), cycle -> cycle.contested(contested));
    } else if (action instanceof Action.GroupLeft left) {
      touch(left.group(), GroupCycle::forgotten);
    } else {
      return false;
    }
    return true;
  }

  private void aboutNodes(Action action) {
    if (action instanceof Action.NodeSeen seen) {
      nodes.seen(seen.node());
      touched.addAll(holders.known(seen.node()));
    } else if (action instanceof Action.NodeGone gone) {
      nodes.gone(gone.incarnation(), gone.cause());
    } else if (action instanceof Action.NodesListed) {
      nodes.listed();
    }
  }

  /** Nobody is told of a group that was left, and whose record is still being given back. */
  private void touch(String group, Consumer<GroupCycle> what) {
    GroupCycle cycle = cycles.get(group);
    if (cycle != null) {
      touched.add(cycle);
      what.accept(cycle);
    }
  }
}
