package dev.primacy.core.simulation;

import dev.primacy.core.elector.Input;
import dev.primacy.core.elector.Request;
import dev.primacy.core.simulation.Variation.Flaw;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.StoredRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Between the nodes and the store: loses, delays, doubles and reorders, and commits late. */
final class SimulatedNetwork {

  private static final long MS = 1_000_000;
  private static final long ANY = -1;

  private final Simulation world;
  private final SimulatedStore store;
  private final Throwable noAnswer = new TimeoutException("no answer");
  private final Set<Integer> requestsCut = new HashSet<>();
  private final Set<Integer> repliesCut = new HashSet<>();
  private final Set<Integer> readsCut = new HashSet<>();
  private final Map<Integer, List<StoredRecord>> shown = new HashMap<>();

  SimulatedNetwork(Simulation world) {
    this.world = world;
    store = new SimulatedStore(this::hint, world::dropped);
  }

  SimulatedStore store() {
    return store;
  }

  void cut(int node, boolean requests, boolean replies) {
    if (requests) {
      requestsCut.add(node);
    }
    if (replies) {
      repliesCut.add(node);
    }
  }

  /** Writes of this node still happen, but nothing it asks is answered. */
  void cutReads(int node) {
    readsCut.add(node);
  }

  void heal(int node) {
    readsCut.remove(node);
    requestsCut.remove(node);
    repliesCut.remove(node);
  }

  void send(SimulatedNode from, int life, long number, Request request) {
    if (request instanceof Request.PutAndList both) {
      new SimulatedRenewal(world, this, from, life, number, both.put()).send();
      return;
    }
    boolean write = request instanceof Request.Put || request instanceof Request.Remove;
    Input silence =
        write
            ? new Input.Written(number, new PutOutcome.Unknown(noAnswer))
            : new Input.NotFoundOut(number);
    long patience = from.timing().requestTimeout().toNanos();
    boolean[] answered = new boolean[1];
    world.time().in(patience, () -> deliver(from, life, silence, answered));
    if (!readsCut.contains(from.index()) || write) {
      carry(from, request, () -> arrive(from, life, number, request, answered));
    }
  }

  /** It arrives or not, sometimes late, and a write sometimes once more. */
  void carry(SimulatedNode from, Request request, Runnable arrival) {
    if (requestsCut.contains(from.index()) && world.chance(0.5)) {
      return;
    }
    boolean write = request instanceof Request.Put || request instanceof Request.Remove;
    boolean doubled = write && !world.calm() && world.chance(world.faults().doubled());
    long wipes = doubled ? store.wipes() : ANY;
    if (!world.chance(world.calm() ? 0 : world.faults().loss())) {
      long delay = requestsCut.contains(from.index()) ? lateDelay() : delay();
      world.time().in(delay, () -> unlessWiped(wipes, arrival));
    }
    if (doubled) {
      world.time().in(doubleDelay(), () -> unlessWiped(wipes, () -> apply(0, request)));
    }
  }

  /** What a link delivers twice has no second answer, and does not outlive a wipe. */
  private void unlessWiped(long wipes, Runnable arrival) {
    if (wipes == ANY || wipes == store.wipes()) {
      arrival.run();
    }
  }

  private void arrive(
      SimulatedNode from, int life, long number, Request request, boolean[] answered) {
    if (request instanceof Request.List) {
      list(
          found -> answer(from, request, new Input.Found(number, found), to(from, life, answered)));
    } else {
      answer(from, request, apply(number, request), to(from, life, answered));
    }
  }

  private Consumer<Input> to(SimulatedNode node, int life, boolean[] answered) {
    return reply -> deliver(node, life, reply, answered);
  }

  /** The reply comes or not, sometimes late. */
  void answer(SimulatedNode to, Request request, Input reply, Consumer<Input> delivery) {
    world.trace().add(to.index(), 20, () -> "store: " + Simulation.shown(request) + " " + reply);
    boolean lost = repliesCut.contains(to.index());
    if (!lost && !world.chance(world.calm() ? 0 : world.faults().loss())) {
      world.time().in(delay(), () -> delivery.accept(reply));
    }
    world.check();
  }

  /** What a node is shown of a list that comes with a write. */
  List<StoredRecord> shown(SimulatedNode to, List<StoredRecord> found) {
    List<StoredRecord> before = shown.put(to.index(), found);
    return before != null && world.variation().has(Flaw.LISTS_WHAT_WAS) ? before : found;
  }

  boolean mayRead(SimulatedNode node) {
    return !readsCut.contains(node.index());
  }

  /** Not one picture of all records: the store reads some now, and the others later. */
  void list(Consumer<List<StoredRecord>> whole) {
    int bit = 1 << world.random().nextInt(Integer.SIZE);
    boolean set = world.random().nextBoolean();
    Predicate<RecordKey> first = key -> ((31 * key.name().hashCode() & bit) != 0) == set;
    List<StoredRecord> found = new ArrayList<>(store.list(first));
    world
        .time()
        .in(
            delay(),
            () -> {
              found.addAll(store.list(first.negate()));
              whole.accept(found);
            });
  }

  Input apply(long number, Request request) {
    if (request instanceof Request.Read read) {
      return new Input.Found(number, store.find(read.key()));
    }
    boolean blindly =
        world.variation().has(Flaw.PUTS_WITHOUT_COMPARING) && request instanceof Request.Put;
    return new Input.Written(number, store.write(request, blindly));
  }

  private void deliver(SimulatedNode to, int life, Input reply, boolean[] answered) {
    if (!answered[0]) {
      answered[0] = true;
      to.answer(life, reply);
    }
  }

  long delay() {
    if (!world.calm() && world.chance(world.faults().veryLate())) {
      return lateDelay();
    }
    if (!world.calm() && world.chance(world.faults().slow())) {
      return world.random().nextLong(400 * MS);
    }
    return MS / 5 + world.random().nextLong(3 * MS);
  }

  private long lateDelay() {
    return world.random().nextLong(5 * Simulation.LEASE);
  }

  /** A second copy comes at any time within which a request can live. */
  private long doubleDelay() {
    return world.random().nextLong(world.chance(0.5) ? 100 * MS : 8 * Simulation.LEASE);
  }

  private void hint(RecordKey key) {
    List<SimulatedNode> nodes = world.nodes();
    for (SimulatedNode node : nodes) {
      boolean comes = world.faults().hints() && !repliesCut.contains(node.index());
      if (comes && node.isUp() && !world.chance(world.calm() ? 0 : world.faults().loss())) {
        int life = node.life();
        world
            .time()
            .in(MS / 5 + world.random().nextLong(2 * MS), () -> node.answer(life, hinted(key)));
      }
    }
  }

  private static Input hinted(RecordKey key) {
    return new Input.Hinted(key);
  }
}
