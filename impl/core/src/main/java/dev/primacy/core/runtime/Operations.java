package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.GroupStanding;
import dev.primacy.control.HaState;
import dev.primacy.control.SecondaryInitializer;
import dev.primacy.core.elector.ElectionPolicy;
import dev.primacy.core.elector.Input;
import dev.primacy.core.elector.Seeking;
import dev.primacy.core.operate.RuleBook;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.settings.GroupSettings;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordVersion;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What orders and nominations lead to: looks after the groups in which somebody decides, and hands
 * over what another node was named for. On the lease thread, but for what is said to block.
 */
final class Operations implements Orders.Staff, Oversight {
  private final Machinery machinery;
  private final ExecutorService desk;
  private final RecordDesk records;
  private final Map<String, Orders> orders = new HashMap<>();
  private final Map<String, Seeking> wanted = new HashMap<>();
  private final Expectations expectations = new Expectations();
  private final SecondaryJoins joins;
  private final Publisher publisher;
  private final Introduction introduction;
  private final HandOvers handOvers;
  private boolean locked;

  /**
   * @param desk for what blocks, one after the other
   * @param initializer the application's; null if it has none
   */
  Operations(
      Machinery machinery, ExecutorService desk, @Nullable SecondaryInitializer initializer) {
    this.machinery = machinery;
    this.desk = desk;
    this.records = new RecordDesk(machinery.keeper::store);
    this.joins = new SecondaryJoins(machinery, this, desk, initializer);
    this.introduction =
        new Introduction(
            input -> machinery.loop.post(() -> machinery.submit(input)),
            machinery.clocks(),
            machinery.incarnations);
    this.publisher = new Publisher(machinery, orders.values(), joins::schema);
    this.handOvers = new HandOvers(machinery, () -> locked);
  }

  SecondaryJoins joins() {
    return joins;
  }

  /** What the election policy of a group makes of what happens. */
  Conduct conduct(GroupMembership membership, GroupSettings settings) {
    if (settings.policy() == ElectionPolicy.AUTOMATIC) {
      return Conduct.AUTOMATIC;
    }
    RuleBook rules = settings.rules().map(RuleBook::new).orElse(null);
    Orders made = new Orders(membership, rules, this);
    orders.put(membership.group(), made);
    return made;
  }

  /** Empty where nobody gives orders. */
  Optional<Orders> orders(String group) {
    return Optional.ofNullable(orders.get(group));
  }

  void forget(String group) {
    orders.remove(group);
    machinery.relayState.relay(group, false);
    wanted.remove(group);
  }

  // ---- a new incarnation, a new group

  /** The elector knows nothing of what was ordered: it is told again. */
  @Override
  public void begun(String group) {
    Seeking seeking = locked ? Seeking.NEVER : wanted.get(group);
    if (seeking != null) {
      machinery.driver.submit(new Input.Seek(group, seeking));
    }
  }

  @Override
  public void begun() {
    publisher.begun();
  }

  // ---- what happens

  @Override
  public void nodeSeen(ClusterNode node) {
    introduction.seen(node);
    handOvers.known(node.id());
  }

  @Override
  public Map<String, String> internal(ClusterNode node) {
    return machinery.view.internal(node.id().incarnation());
  }

  /** Something about the nodes changed: it concerns whoever follows one of them. */
  @Override
  public void nodesChanged() {
    Set<String> concerned = new TreeSet<>(orders.keySet());
    concerned.addAll(expectations.groups());
    for (String group : concerned) {
      machinery.loop.post(() -> look(group));
    }
  }

  private void look(String group) {
    GroupCycle cycle = machinery.cycles.get(group);
    if (cycle != null) {
      cycle.endOfBatch();
    }
  }

  @Override
  public void settled(GroupCycle cycle) {
    if (machinery.relayState.isRelay()
        && cycle.conduct().state(cycle.membership()) != HaState.SECONDARY) {
      // whoever is something else now has to be told again
      machinery.relayState.relay(cycle.group(), false);
    }
    expectations.look(cycle.group());
  }

  @Override
  public void seen(GroupCycle cycle) {
    handOvers.seen(cycle);
  }

  // ---- what is ordered

  @Override
  public void seek(String group, Seeking when) {
    wanted.put(group, when);
    if (!locked) {
      machinery.loop.post(() -> machinery.driver.submit(new Input.Seek(group, when)));
    }
  }

  @Override
  public void stepDown(String group, RoleChangeCause cause) {
    machinery.loop.post(
        () -> {
          GroupCycle cycle = machinery.cycles.get(group);
          if (cycle != null) {
            var unused = cycle.stepDown(cause);
          }
        });
  }

  @Override
  public void standing(String group, GroupStanding standing, RoleChangeCause cause) {
    GroupCycle cycle = machinery.cycles.get(group);
    if (cycle != null) {
      cycle.standing(standing, cause);
      machinery.loop.post(cycle::endOfBatch);
    }
  }

  @Override
  public void impose(String group, boolean readOnly) {
    var unused = change(group, Optional.empty(), record -> record.imposed(readOnly));
  }

  @Override
  public void join(String group, ClusterNode primary) {
    var unused = joins.join(group, primary.id().name());
  }

  @Override
  public void lookAgain(String group, long nanos) {
    Duration time = Duration.ofNanos(Math.max(0, nanos - nanos()));
    var unused = machinery.timers.after(time, () -> machinery.loop.post(() -> look(group)));
  }

  @Override
  public boolean isLive(UUID incarnation) {
    return machinery.view.find(incarnation).isPresent();
  }

  @Override
  public int secondaries(String group) {
    UUID self = machinery.incarnations.get().incarnation();
    return (int)
        machinery.view.nodes(group).stream()
            .filter(node -> !node.id().incarnation().equals(self))
            .filter(node -> Published.isSecondaryOf(group, internal(node)))
            .count();
  }

  @Override
  public long nanos() {
    return machinery.nanos();
  }

  /** Reads, changes and writes a group's record, on a thread of its own. */
  CompletableFuture<RecordDesk.Changed> change(
      String group, Optional<RecordVersion> expected, UnaryOperator<GroupRecord> how) {
    return CompletableFuture.supplyAsync(() -> records.change(group, expected, how), desk)
        .whenComplete(
            (done, failed) -> machinery.hints.accept(new RecordKey(RecordKind.GROUP, group)));
  }

  /** Waits until something is true of a group; the failure is what it is told when it is not. */
  CompletableFuture<Void> expect(
      String group,
      BooleanSupplier fulfilled,
      Duration time,
      Supplier<? extends RuntimeException> failure) {
    return expectations.await(group, fulfilled, late -> machinery.patience(time, late), failure);
  }

  /** Other nodes may follow the group through this one from now on. */
  void relay(String group) {
    machinery.relayState.relay(group, true);
  }

  /** What this node is in a group; any thread. */
  HaState state(GroupCycle cycle) {
    HaState state = cycle.conduct().state(cycle.membership());
    boolean relays = state == HaState.SECONDARY && machinery.relayState.relays(cycle.group());
    return relays ? HaState.RELAY : state;
  }

  @Override
  public void publish() {
    publisher.publish();
  }

  /** What this node says about itself. */
  Introduction introduction() {
    return introduction;
  }

  Publisher publisher() {
    return publisher;
  }

  /** Whatever is still being carried out is broken off. */
  void close() {
    desk.shutdownNow();
  }

  // ---- maintenance

  boolean isLocked() {
    return locked;
  }

  /** No group is taken, and none is handed over by choice, or all of it is possible again. */
  void lock(boolean closed) {
    locked = closed;
    for (GroupCycle cycle : List.copyOf(machinery.cycles.values())) {
      String group = cycle.group();
      Seeking usual = cycle.join().map(join -> Seeking.of(join.policy())).orElse(Seeking.NEVER);
      Seeking when = closed ? Seeking.NEVER : wanted.getOrDefault(group, usual);
      machinery.loop.post(() -> machinery.driver.submit(new Input.Seek(group, when)));
      seen(cycle);
    }
  }
}
