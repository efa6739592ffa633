package dev.primacy.testkit;

import static dev.primacy.testkit.KitMessages.TEXT;

import dev.primacy.core.invariant.Claimant;
import dev.primacy.testkit.time.Place;
import dev.primacy.testkit.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * A cluster in this JVM and in virtual time: time passes in {@link #advance} and in the methods
 * that say so, and in no other. Everything that nodes have to do by then is done when they return.
 *
 * <p>Belongs to the thread that made it.
 *
 * @since 0.1
 */
public final class Cluster implements AutoCloseable {
  /** The group of an application that configures none. */
  public static final String GROUP = "test";

  private static final int PATIENCE_LEASES = 30;

  private final VirtualTime time;
  private final Recorder recorder;
  private final ClusterPlan plan;
  private final List<TestNode> nodes = new ArrayList<>();
  private final Map<TestNode, Network> networks = new HashMap<>();
  private final Set<String> groups = new HashSet<>();
  private Duration late = Duration.ZERO;
  private boolean closed;

  Cluster(ClusterPlan plan) {
    this.plan = plan;
    this.time = new VirtualTime(plan.seed());
    this.recorder = new Recorder(time);
    time.watch(this::check, stack -> recorder.broke(stack, TEXT.blocked(recorder.when(), stack)));
    try {
      for (int i = 1; i <= plan.nodes(); i++) {
        TestNode node = new TestNode(this, "n" + i);
        nodes.add(node);
        start(node);
      }
      settle();
    } catch (RuntimeException | Error failed) {
      end();
      throw failed;
    }
  }

  /**
   * A cluster without containers, started and settled.
   *
   * @param nodes how many
   * @return the cluster, to be closed
   */
  public static Cluster of(int nodes) {
    return builder(nodes).start();
  }

  /**
   * Describes a cluster.
   *
   * @param nodes how many
   * @return what starts it
   */
  public static ClusterBuilder builder(int nodes) {
    return new ClusterBuilder(nodes);
  }

  // ---- its nodes

  /**
   * All nodes, also those that are down.
   *
   * @return in the order of their names
   */
  public List<TestNode> nodes() {
    return List.copyOf(nodes);
  }

  /**
   * A node.
   *
   * @param index from 0
   * @return the node
   */
  public TestNode node(int index) {
    if (index < 0 || index >= nodes.size()) {
      throw TEXT.noSuchNode(Integer.toString(index), nodes.toString());
    }
    return nodes.get(index);
  }

  /**
   * A node.
   *
   * @param name {@code n1} and so on
   * @return the node
   */
  public TestNode node(String name) {
    return nodes.stream()
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElseThrow(() -> TEXT.noSuchNode(name, nodes.toString()));
  }

  /**
   * The primary of the default group, as it sees itself.
   *
   * @return the node
   * @throws AssertionError if there is none within 30 leases of virtual time
   */
  public TestNode primary() {
    until("a primary", () -> nodes.stream().anyMatch(TestNode::isPrimary));
    return nodes.stream().filter(TestNode::isPrimary).findFirst().orElseThrow();
  }

  /**
   * Somebody who is up and not the primary.
   *
   * @return the first such node
   */
  public TestNode secondary() {
    primary();
    return nodes.stream()
        .filter(node -> node.isUp() && !node.isPrimary())
        .findFirst()
        .orElseThrow(() -> TEXT.noSuchNode("SECONDARY", nodes.toString()));
  }

  // ---- what may happen to it

  /**
   * Lets time pass.
   *
   * @param duration how much
   */
  public void advance(Duration duration) {
    time.run(() -> false, duration.toNanos());
  }

  /** Lets happen what is due now; no time passes. */
  void now() {
    time.run(() -> false, 0);
  }

  /** Lets time pass until there is a primary and every node that is up knows its role. */
  public void settle() {
    until(
        "one primary, and all others members",
        () ->
            nodes.stream().noneMatch(TestNode::isUp)
                || (nodes.stream().anyMatch(TestNode::isPrimary)
                    && nodes.stream().allMatch(TestNode::isSettled)));
    advance(Duration.ofMillis(50));
  }

  /**
   * Lets time pass until something is so.
   *
   * @param what for the message
   * @param condition asked after every step
   * @throws AssertionError if it is not within 30 leases
   */
  public void until(String what, BooleanSupplier condition) {
    Duration patience = plan.lease().multipliedBy(PATIENCE_LEASES);
    if (!time.run(condition, patience.toNanos())) {
      throw TEXT.neverSo(patience.toSeconds() + " s", what, nodes.toString());
    }
  }

  /**
   * Has a node become the primary by a graceful switchover, and returns once it is.
   *
   * @param node a node that is up
   */
  public void promote(TestNode node) {
    TestNode now = primary();
    if (now != node) {
      CompletionStage<Void> asked = now.membership().switchover(node.name());
      until(node.name() + " to be the primary", node::isPrimary);
      until("the end of the switchover", () -> asked.toCompletableFuture().isDone());
    }
    advance(Duration.ofMillis(50));
  }

  /**
   * Has a node stand still, as a process does in a long collection of garbage, while the others go
   * on; returns at the instant at which it wakes and has done nothing yet.
   *
   * @param node a node that is up
   * @param duration for how long
   */
  public void pause(TestNode node, Duration duration) {
    Place place = node.life().place();
    place.freeze();
    try {
      advance(duration);
    } finally {
      place.thaw();
    }
  }

  /**
   * Cuts nodes off from the store, and so from all they would hear of each other, until {@link
   * #heal}.
   *
   * @param cut the nodes
   */
  public void partition(TestNode... cut) {
    for (TestNode node : cut) {
      network(node).cut();
    }
  }

  /** Joins all nodes again. */
  public void heal() {
    networks.values().forEach(Network::heal);
  }

  /**
   * Steps the wall clock of a node.
   *
   * @param node a node that is up
   * @param step forward or, if negative, back
   */
  public void skew(TestNode node, Duration step) {
    node.life().place().stepWall(step);
  }

  /**
   * Has the clocks of a node run too fast or too slow from now on. Beyond {@code primacy.drift}
   * nothing is promised, and the rules do not count that node.
   *
   * @param node a node that is up
   * @param rate 1 is true time; more than 0
   */
  public void skew(TestNode node, double rate) {
    node.life().place().rate(rate);
  }

  /**
   * Ends a node at once, as {@code kill -9} does.
   *
   * @param node a node that is up
   */
  public void crash(TestNode node) {
    node.life().place().die();
  }

  /**
   * Starts a node anew, as another incarnation; one that is up is stopped gracefully before. Its
   * beans are new ones.
   *
   * @param node any node
   */
  public void restart(TestNode node) {
    if (node.isUp()) {
      node.life().stop();
      node.life().place().die();
    }
    start(node);
    settle();
  }

  /**
   * Has what the store and the runtime call back by themselves come later: hints at changes, and
   * events told to observers.
   *
   * @param by how much; zero for no longer
   */
  public void lateCallbacks(Duration by) {
    late = by;
    networks.values().forEach(network -> network.late(by));
  }

  // ---- what happened

  /**
   * Virtual time since the start.
   *
   * @return the time
   */
  public Duration elapsed() {
    return recorder.elapsed();
  }

  /**
   * All events told so far.
   *
   * @return in order
   */
  public List<HeardEvent> events() {
    return recorder.events();
  }

  /**
   * All guarded calls let in so far.
   *
   * @return in order
   */
  public List<GuardedCall> calls() {
    return recorder.calls();
  }

  /**
   * The rules broken so far, in words.
   *
   * @return empty if all is well
   */
  public List<String> brokenRules() {
    return recorder.broken();
  }

  /**
   * Demands that no rule was broken so far; {@code @ClusterTest} does so at the end of each test.
   *
   * @throws AssertionError that lists the broken ones
   */
  public void verify() {
    List<String> broken = recorder.broken();
    if (!broken.isEmpty()) {
      String list =
          broken.stream()
              .map(rule -> System.lineSeparator() + "  " + rule)
              .collect(Collectors.joining());
      throw TEXT.rules(broken.size(), plan.seed(), list);
    }
  }

  /**
   * Ends all nodes, as a crash does, and demands that no rule was broken.
   *
   * @throws AssertionError that lists the broken ones
   */
  @Override
  public void close() {
    if (!closed) {
      end();
      verify();
    }
  }

  /** Without a look at the rules. */
  void end() {
    closed = true;
    nodes.stream()
        .map(TestNode::lastLife)
        .flatMap(l -> Optional.ofNullable(l).stream())
        .forEach(
            life -> {
              life.place().die();
              life.stop();
            });
    now();
  }

  // ---- for the kit

  Recorder recorder() {
    return recorder;
  }

  Network network(TestNode node) {
    return networks.getOrDefault(node, new Network(new Place(time)));
  }

  private void start(TestNode node) {
    Place place = new Place(time);
    Network network = new Network(place);
    network.late(late);
    networks.put(node, network);
    node.live(plan.start(node, place, network));
    groups.addAll(node.runtime().groups());
  }

  private void check() {
    List<Claimant> claims =
        nodes.stream().map(TestNode::watcher).map(Claimant.class::cast).toList();
    recorder.oneActs(groups, () -> claims);
  }
}
