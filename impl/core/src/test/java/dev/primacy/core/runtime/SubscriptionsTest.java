package dev.primacy.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.RoleEvents;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.EventsOverflowed;
import dev.primacy.event.GroupEvent;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.OperationalEvent;
import dev.primacy.event.RoleChangeCause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Subscriptions by code; the lane of each group is one thread, as it is in effect. */
@Timeout(60)
class SubscriptionsTest {
  private static final NodeId SELF = new NodeId("n1", UUID.randomUUID());

  private final ExecutorService lane = Executors.newSingleThreadExecutor();
  private final List<ClusterEvent> observed = new CopyOnWriteArrayList<>();
  private final List<String> late = new CopyOnWriteArrayList<>();
  private final Subscriptions subscriptions =
      new Subscriptions(
          event -> {
            observed.add(event);
            return DeliveryReport.CLEAN;
          },
          (group, task) -> lane.execute(task));

  SubscriptionsTest() {
    subscriptions.reportLateTo((event, failure) -> late.add(failure.observer()));
  }

  @AfterEach
  void close() {
    lane.shutdownNow();
  }

  private static NodeRoleChanged changed(String group, long seq, GroupStanding standing) {
    NodeRole role = seq % 2 == 1 ? NodeRole.SECONDARY : NodeRole.PRIMARY;
    Optional<NodeRole> before =
        seq == 1
            ? Optional.empty()
            : Optional.of(seq % 2 == 1 ? NodeRole.PRIMARY : NodeRole.SECONDARY);
    return new NodeRoleChanged(
        group,
        SELF,
        seq,
        before,
        standing == GroupStanding.LEFT ? NodeRole.NOT_IN_GROUP : role,
        standing,
        Optional.empty(),
        RoleChangeCause.ACQUIRED,
        Instant.EPOCH);
  }

  private static NodeRoleChanged changed(String group, long seq) {
    return changed(group, seq, GroupStanding.MEMBER);
  }

  private static EventsOverflowed overflow() {
    return new EventsOverflowed(SELF, 1, "ledger", Instant.EPOCH);
  }

  /** Once the lane has done what it was given. */
  private void settle() throws Exception {
    lane.submit(() -> {}).get(20, TimeUnit.SECONDS);
  }

  @Test
  @DisplayName("S1.1, S1.2: a callback for one event id hears that type alone, beside observers")
  void a_callback_for_an_id_hears_that_type_alone() {
    List<ClusterEvent> heard = new ArrayList<>();
    int id = 1112;
    subscriptions.subscribe(id, heard::add);
    NodeRoleChanged change = changed("ledger", 1);
    subscriptions.deliver(change);
    subscriptions.deliver(overflow());
    assertThat(heard).containsExactly(change);
    assertThat(observed).containsExactly(change, overflow());
  }

  @Test
  void an_id_that_no_event_has_is_refused_with_a_number() {
    assertThatThrownBy(() -> subscriptions.subscribe(7, event -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("PRIMACY-1044: ");
  }

  @Test
  @DisplayName("S1.1, S2.22: a callback for a type hears its subtypes; several may subscribe")
  void a_callback_for_a_type_hears_its_subtypes() {
    List<GroupEvent> grouped = new ArrayList<>();
    List<ClusterEvent> all = new ArrayList<>();
    List<OperationalEvent> operational = new ArrayList<>();
    subscriptions.subscribe(GroupEvent.class, grouped::add);
    subscriptions.subscribe(ClusterEvent.class, all::add);
    subscriptions.subscribe(OperationalEvent.class, operational::add);
    subscriptions.deliver(changed("ledger", 1));
    subscriptions.deliver(overflow());
    assertThat(grouped).hasSize(1);
    assertThat(all).hasSize(2);
    assertThat(operational).hasSize(1);
  }

  @Test
  @DisplayName("S1.21: a callback that throws is reported as an observer, and the others hear")
  void a_callback_that_throws_is_reported_and_the_others_hear() {
    List<ClusterEvent> heard = new ArrayList<>();
    subscriptions.subscribe(
        NodeRoleChanged.class,
        event -> {
          throw new IllegalStateException("broken");
        });
    subscriptions.subscribe(NodeRoleChanged.class, heard::add);
    DeliveryReport report = subscriptions.deliver(changed("ledger", 1));
    assertThat(report.failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.failure()).hasMessage("broken"))
        .satisfies(failure -> assertThat(failure.observer()).startsWith("subscription of "));
    subscriptions.deliver(changed("ledger", 2));
    assertThat(heard).hasSize(2);
  }

  @Test
  @DisplayName("S1.21: a late subscriber gets the current role of each group if it asks")
  void a_late_subscriber_is_told_the_current_role_of_each_group() throws Exception {
    subscriptions.deliver(changed("ledger", 1));
    subscriptions.deliver(changed("ledger", 2));
    subscriptions.deliver(changed("audit", 1));
    subscriptions.deliver(changed("past", 1));
    subscriptions.deliver(changed("past", 2, GroupStanding.LEFT));
    List<String> heard = new CopyOnWriteArrayList<>();
    List<String> plain = new CopyOnWriteArrayList<>();
    subscriptions.subscribeWithCurrent(event -> heard.add(event.group() + event.seq()));
    subscriptions.subscribe(NodeRoleChanged.class, event -> plain.add(event.group()));
    settle();
    assertThat(heard).containsExactlyInAnyOrder("ledger2", "audit1");
    assertThat(plain).isEmpty();
    assertThat(observed).as("observers hear nothing twice").hasSize(5);
  }

  @Test
  void an_event_that_overtakes_the_replay_comes_after_what_is_owed() throws Exception {
    subscriptions.deliver(changed("ledger", 2));
    CountDownLatch go = new CountDownLatch(1);
    lane.execute(() -> awaitLatch(go));
    List<Long> heard = new CopyOnWriteArrayList<>();
    subscriptions.subscribeWithCurrent(event -> heard.add(event.seq()));
    subscriptions.deliver(changed("ledger", 3));
    assertThat(heard).containsExactly(2L, 3L);
    go.countDown();
    settle();
    assertThat(heard).containsExactly(2L, 3L);
  }

  @Test
  @DisplayName("S1.21: under concurrency none is missed and none doubled")
  void whoever_subscribes_while_roles_change_misses_none_and_hears_none_twice() throws Exception {
    int events = 3000;
    ExecutorService subscribers = Executors.newFixedThreadPool(2);
    List<List<Long>> heard = new CopyOnWriteArrayList<>();
    for (int i = 1; i <= events; i++) {
      long seq = i;
      lane.execute(() -> subscriptions.deliver(changed("ledger", seq)));
      if (i % 30 == 0) {
        subscribers.execute(
            () -> {
              List<Long> own = new CopyOnWriteArrayList<>();
              heard.add(own);
              subscriptions.subscribeWithCurrent(event -> own.add(event.seq()));
            });
      }
    }
    subscribers.shutdown();
    assertThat(subscribers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    settle();
    settle();
    assertThat(heard).hasSize(events / 30);
    for (List<Long> own : heard) {
      long first = own.isEmpty() ? events : own.get(0);
      assertThat(own)
          .containsExactlyElementsOf(LongStream.rangeClosed(first, events).boxed().toList());
    }
  }

  @Test
  void a_replay_that_throws_is_reported_late() throws Exception {
    subscriptions.deliver(changed("ledger", 1));
    subscriptions.subscribeWithCurrent(
        event -> {
          throw new IllegalStateException("broken");
        });
    settle();
    assertThat(late).hasSize(1);
  }

  @Test
  @DisplayName("S1.1: a closed subscription hears nothing more; a call under way may end")
  void a_closed_subscription_hears_nothing_more() throws Exception {
    CountDownLatch within = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    List<Long> heard = new CopyOnWriteArrayList<>();
    RoleEvents.Subscription subscription =
        subscriptions.subscribe(
            NodeRoleChanged.class,
            event -> {
              within.countDown();
              awaitLatch(go);
              heard.add(event.seq());
            });
    lane.execute(() -> subscriptions.deliver(changed("ledger", 1)));
    assertThat(within.await(20, TimeUnit.SECONDS)).isTrue();
    subscription.close();
    subscription.close();
    lane.execute(() -> subscriptions.deliver(changed("ledger", 2)));
    go.countDown();
    settle();
    assertThat(heard).containsExactly(1L);
  }

  @Test
  void a_subscription_that_is_closed_before_its_replay_hears_nothing() throws Exception {
    subscriptions.deliver(changed("ledger", 1));
    CountDownLatch go = new CountDownLatch(1);
    lane.execute(() -> awaitLatch(go));
    List<Long> heard = new CopyOnWriteArrayList<>();
    subscriptions.subscribeWithCurrent(event -> heard.add(event.seq())).close();
    go.countDown();
    settle();
    assertThat(heard).isEmpty();
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
