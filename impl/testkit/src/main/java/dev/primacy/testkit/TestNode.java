package dev.primacy.testkit;

import static dev.primacy.testkit.KitMessages.TEXT;

import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.Membership;
import dev.primacy.NodeRole;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.invariant.Invariants.InFlight;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.event.ClusterEvent;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;

/**
 * A node of a test's cluster. Beans may have it injected, such as doubles of what the application
 * acts on, to say {@link #acted} and {@link #letGo}.
 *
 * <p>Methods are called by the test's thread unless they say otherwise.
 *
 * @since 0.1
 */
public final class TestNode {
  private final Cluster cluster;
  private final String name;
  private final NodeWatcher watcher;

  // replaced by a restart
  private volatile @Nullable Life life;

  TestNode(Cluster cluster, String name) {
    this.cluster = cluster;
    this.name = name;
    this.watcher = new NodeWatcher(this, cluster.recorder());
  }

  /**
   * Its name.
   *
   * @return {@code n1}, {@code n2} and so on
   */
  public String name() {
    return name;
  }

  /**
   * Its view of the default group.
   *
   * @return the membership
   */
  public Membership membership() {
    return membership(defaultGroup());
  }

  /**
   * Its view of a group.
   *
   * @param group a configured group
   * @return the membership
   */
  public Membership membership(String group) {
    return runtime().membership(group);
  }

  /**
   * Whether it is up and the primary of the default group.
   *
   * @return true if a guarded call would be let in now
   */
  public boolean isPrimary() {
    return isUp() && membership().role() == NodeRole.PRIMARY;
  }

  /**
   * Whether it neither stopped nor crashed.
   *
   * @return true also if it is paused or cut off
   */
  public boolean isUp() {
    Life now = life;
    return now != null && !now.place().isDead();
  }

  /**
   * A bean in this node.
   *
   * @param <T> its type
   * @param type of the bean
   * @param qualifiers if any
   * @return the bean, called on the thread of the caller
   * @throws IllegalStateException if the node is down, or has no container
   */
  public <T> T select(Class<T> type, Annotation... qualifiers) {
    return container().select(type, qualifiers).get();
  }

  /**
   * What this node told its observers so far, over all its lives.
   *
   * @return the events in order
   */
  public List<ClusterEvent> events() {
    return cluster.recorder().events().stream()
        .filter(heard -> heard.node().equals(name))
        .map(HeardEvent::event)
        .toList();
  }

  /**
   * Runs something as a guarded method of the default group would be: for tests without CDI.
   *
   * @param <T> what it returns
   * @param what a name for messages
   * @param work what only the primary may do
   * @return what the work returned
   * @throws dev.primacy.NotPrimaryException if this node is not the primary
   * @throws Exception what the work threw
   */
  public <T> @Nullable T guarded(String what, Callable<T> work) throws Exception {
    Gate gate = runtime().gate(defaultGroup());
    Admission admission = gate.tryEnter(0);
    if (admission == null) {
      throw gate.refuse(what);
    }
    try {
      return noted(defaultGroup(), what, work);
    } finally {
      gate.leave(admission);
    }
  }

  /**
   * Begins something on a thread of this node, and returns when it has to wait for the first time:
   * in {@link #pass}. It goes on while the test lets time pass.
   *
   * @param <T> what it returns
   * @param work what
   * @return its result
   */
  public <T> CompletableFuture<T> begin(Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    life().place().thread(name + "-call", () -> complete(result, work)).start();
    cluster.now();
    return result;
  }

  private static <T> void complete(CompletableFuture<T> result, Callable<T> work) {
    try {
      result.complete(work.call());
    } catch (Exception failed) {
      result.completeExceptionally(failed);
    }
  }

  /**
   * Takes time, as slow work does; on any thread. Whoever runs on a thread of this node lets the
   * others run meanwhile.
   *
   * @param time how long, by the clock of this node
   */
  public void pass(Duration time) {
    watcher.passed(time);
    try {
      life().place().await(() -> false, time.toNanos());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Says that the application acts now as only the primary may; on any thread. Breaks a rule unless
   * this node is the primary at this instant, or is inside a guarded call, or is told that it
   * ceases to be the primary.
   *
   * @param what for messages, such as {@code row written}
   */
  public void acted(String what) {
    watcher.acted(defaultGroup(), what);
  }

  /**
   * Says that the application lets go of what only the primary may hold; on any thread. Breaks a
   * rule if guarded calls are still let in or under way, or if the role was given up already.
   *
   * @param what for messages, such as {@code connection}
   */
  public void letGo(String what) {
    watcher.letGo(defaultGroup(), what);
  }

  // ---- for the kit

  void live(Life next) {
    life = next;
  }

  Life life() {
    Life now = life;
    if (now == null || now.place().isDead()) {
      throw TEXT.down(name);
    }
    return now;
  }

  @Nullable Life lastLife() {
    return life;
  }

  private WeldContainer container() {
    WeldContainer container = life().container();
    if (container == null) {
      throw TEXT.noContainer(name);
    }
    return container;
  }

  PrimacyRuntime runtime() {
    return life().runtime();
  }

  String defaultGroup() {
    return runtime().defaultGroup().orElse(Cluster.GROUP);
  }

  Recorder recorder() {
    return cluster.recorder();
  }

  NodeWatcher watcher() {
    return watcher;
  }

  Network network() {
    return cluster.network(this);
  }

  void told(ClusterEvent event) {
    watcher.told(event);
  }

  <T> @Nullable T noted(String group, String method, Callable<T> work) throws Exception {
    FencingToken token = membership(group).token().orElse(null);
    if (token == null) {
      return work.call();
    }
    InFlight call = watcher.enter(group, method, token);
    try {
      return work.call();
    } finally {
      watcher.leave(group, call);
    }
  }

  boolean isSettled() {
    return !isUp() || membership().standing() != GroupStanding.JOINING;
  }

  @Override
  public String toString() {
    Life now = life;
    if (now == null || now.place().isDead()) {
      return name + " (down)";
    }
    Membership seen = now.runtime().membership(defaultGroup());
    return name + " (" + seen.role() + ", " + seen.standing() + ")";
  }
}
