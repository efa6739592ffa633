package dev.primacy.core.runtime;

import dev.primacy.NodeId;
import dev.primacy.core.elector.Action;
import dev.primacy.core.elector.ClockReading;
import dev.primacy.core.elector.Elector;
import dev.primacy.core.elector.Input;
import dev.primacy.core.elector.Request;
import dev.primacy.core.elector.SignOfLife;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.view.ClusterView;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

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

  /** Sees what the driver sees, for those who decide what is wrong. */
  interface Witness {

    /** Nobody looks. */
    Witness NONE = new Witness() {};

    /** Before the action is carried out. */
    default void saw(Action action) {}

    /** Whatever the answer says. */
    default void answered(Input answer) {}

    /** All that one input led to was carried out. */
    default void endOfBatch() {}
  }

  private final Clocks clocks;
  private final Requests calls;
  private final Map<String, GroupCycle> cycles;
  private final News news;
  private final NodeFeed nodes;
  private final Incarnations incarnations;
  private final Transcript transcript;
  private final Contact contact;
  private final Supplier<Oversight> oversight;
  private final Witness witness;
  private final Queue<Input> deferred = new ArrayDeque<>();
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
      Transcript transcript,
      Contact contact,
      Supplier<Oversight> oversight,
      Witness witness) {
    this.contact = contact;
    this.oversight = oversight;
    this.incarnations = incarnations;
    this.clocks = clocks;
    this.calls = calls;
    this.cycles = cycles;
    this.news = new News(cycles, view, nodes, oversight);
    this.nodes = nodes;
    this.transcript = transcript;
    this.witness = witness;
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
      begin(cycle);
    }
    oversight.get().begun();
    submit(new Input.Tick());
  }

  private void begin(GroupCycle cycle) {
    cycle.join().ifPresent(this::submit);
    oversight.get().begun(cycle.group());
  }

  /** Also at run time. */
  void join(GroupCycle cycle) {
    if (started && !resting) {
      begin(cycle);
    }
  }

  /** Whether another node may become primary of a group. */
  boolean mayLead(String group, UUID incarnation) {
    return elector.mayLead(group, incarnation);
  }

  /** When a live node was last seen to renew its lease. */
  Optional<SignOfLife> signOfLife(UUID incarnation) {
    return elector.signOfLife(incarnation);
  }

  /** Nobody asks for this group any more. */
  void forget(String group) {
    news.forget(group);
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
    witness.answered(answer);
    if (asker == elector && !resting) {
      if (isOfTheStore(answer)) {
        contact.answered();
      }
      submit(answer);
    }
  }

  /** Whether the store said it, rather than we that it said nothing. */
  private static boolean isOfTheStore(Input answer) {
    return answer instanceof Input.Found
        || (answer instanceof Input.Written written
            && (written.outcome() instanceof PutOutcome.Stored
                || written.outcome() instanceof PutOutcome.Conflict));
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
    news.endOfBatch();
    nodes.endOfBatch();
    witness.endOfBatch();
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
    news.concernAll();
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
    contact.expelled(true);
    wakeUp = clocks.nanos() + (young ? incarnations.lease().toNanos() / 2 : 0);
  }

  private void reviveIfResting() {
    if (resting) {
      resting = false;
      contact.expelled(false);
      begin();
    }
  }

  private void carryOut(Action action) {
    witness.saw(action);
    if (action instanceof Action.Send send) {
      calls.send(elector, ownKey, send.number(), send.request());
    } else if (action instanceof Action.Died died) {
      died(died.cause());
    } else if (action instanceof Action.Left) {
      left.complete(null);
    } else if (action instanceof Action.Complain complaint) {
      transcript.complaint(complaint);
    } else {
      news.bring(action);
    }
  }
}
