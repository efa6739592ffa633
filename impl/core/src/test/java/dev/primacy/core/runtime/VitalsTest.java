package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.GROUP;
import static dev.primacy.core.runtime.TestNode.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.NodeRole;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.vitals.DeliveryFigures;
import dev.primacy.core.vitals.GroupVitals;
import dev.primacy.core.vitals.RoleTransition;
import dev.primacy.core.vitals.StoreListener;
import dev.primacy.core.vitals.StoreOperation;
import dev.primacy.core.vitals.Vitals;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.RoleChangeCause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What a node says of how it is doing. */
class VitalsTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final String cluster = "c-" + UUID.randomUUID();

  private static GroupVitals group(TestNode node) {
    return node.runtime.vitals().group(GROUP).orElseThrow();
  }

  @Test
  void a_node_tells_how_far_it_has_come() {
    TestNode one = node(cluster, "n1").create();
    Vitals vitals = one.runtime.vitals();
    assertThat(vitals.phase()).isEqualTo(Vitals.Phase.NEW);
    assertThat(vitals.leaseThread()).isEmpty();
    assertThat(group(one).isRoleKnown()).isFalse();
    one.runtime.start();
    assertThat(vitals.phase()).isEqualTo(Vitals.Phase.RUNNING);
    await().atMost(LONG).until(one::isPrimary);
    assertThat(vitals.groups()).containsExactly(GROUP);
    assertThat(vitals.leaseThread().orElseThrow().ended()).isFalse();
    assertThat(vitals.store().silence().orElseThrow()).isLessThan(LONG);
    one.close();
    assertThat(vitals.phase()).isEqualTo(Vitals.Phase.CLOSED);
    assertThat(vitals.leaseThread().orElseThrow().ended()).isTrue();
  }

  @Test
  void a_group_tells_its_role_term_lease_and_how_often_the_role_changed() {
    try (TestNode one = node(cluster, "n1").start()) {
      await().atMost(LONG).until(one::isPrimary);
      GroupVitals primary = group(one);
      assertThat(primary.role()).isEqualTo(NodeRole.PRIMARY);
      assertThat(primary.isRoleKnown()).isTrue();
      assertThat(primary.term()).hasValue(1);
      assertThat(primary.remaining()).isPositive();
      await().atMost(LONG).until(() -> group(one).primary().isPresent());
      await()
          .atMost(LONG)
          .untilAsserted(
              () ->
                  assertThat(group(one).transitions())
                      .containsEntry(
                          new RoleTransition(
                              Optional.empty(), NodeRole.SECONDARY, RoleChangeCause.STARTED),
                          1L)
                      .containsEntry(
                          new RoleTransition(
                              Optional.of(NodeRole.SECONDARY),
                              NodeRole.PRIMARY,
                              RoleChangeCause.ACQUIRED),
                          1L));
    }
  }

  @Test
  void while_no_primary_is_known_the_time_is_counted_and_no_longer() {
    DyingEngine mortal = new DyingEngine();
    try (TestNode one = node(cluster, "n1").on(mortal).start()) {
      await().atMost(LONG).until(() -> one.isPrimary() && group(one).primary().isPresent());
      await().atMost(LONG).until(() -> isStill(one));
      Duration before = group(one).unavailable();
      assertThat(before).as("until the first grant").isPositive();
      mortal.die();
      await()
          .atMost(LONG)
          .until(() -> group(one).unavailable().compareTo(before.plusSeconds(1)) > 0);
      assertThat(group(one).isRoleKnown()).isFalse();
      mortal.revive();
      await().atMost(LONG).until(one::isPrimary);
      await().atMost(LONG).until(() -> isStill(one));
    }
  }

  private static boolean isStill(TestNode node) {
    Duration now = group(node).unavailable();
    return group(node).unavailable().equals(now);
  }

  @Test
  void calls_let_in_under_all_tenures_are_counted_together() {
    try (TestNode one = node(cluster, "n1").start()) {
      await().atMost(LONG).until(one::isPrimary);
      call(one);
      call(one);
      one.runtime.membership(GROUP).stepDown().toCompletableFuture().join();
      await().atMost(LONG).until(() -> one.isPrimary() && group(one).term().getAsLong() == 2);
      call(one);
      assertThat(group(one).guards().allowed()).isEqualTo(3);
    }
  }

  private static void call(TestNode node) {
    Admission admitted = node.runtime.gate(GROUP).tryEnter(0);
    assertThat(admitted).isNotNull();
    node.runtime.gate(GROUP).leave(admitted);
  }

  @Test
  void an_observer_that_stalls_and_one_that_throws_are_counted() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    try (TestNode one =
        node(cluster, "n1")
            .with("primacy.observers.stall", "100ms")
            .observing(event -> stallAndThrow(event, goOn))
            .start()) {
      await().atMost(LONG).until(() -> figures(one).stalled() == 1);
      assertThat(figures(one).stalls()).isEqualTo(1);
      assertThat(figures(one).waiting()).isPositive();
      goOn.countDown();
      await().atMost(LONG).until(() -> figures(one).stalled() == 0);
      await().atMost(LONG).until(() -> figures(one).failures() == 1);
    }
  }

  private static void stallAndThrow(Object event, CountDownLatch goOn) {
    if (event instanceof NodeRoleChanged changed && changed.isInitial()) {
      try {
        goOn.await();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
      throw new IllegalStateException("as planned");
    }
  }

  private static DeliveryFigures figures(TestNode node) {
    return node.runtime.vitals().delivery();
  }

  @Test
  void whoever_listens_hears_what_the_election_asks_of_the_store() {
    List<StoreOperation> heard = new CopyOnWriteArrayList<>();
    try (TestNode one = node(cluster, "n1").create()) {
      StoreListener.Registration registration = one.runtime.vitals().listen(heard::add);
      one.runtime.start();
      await()
          .atMost(LONG)
          .until(
              () ->
                  kinds(heard)
                      .containsAll(List.of(StoreOperation.Kind.RENEW, StoreOperation.Kind.WRITE)));
      assertThat(heard)
          .filteredOn(one1 -> one1.kind() == StoreOperation.Kind.RENEW)
          .extracting(StoreOperation::outcome)
          .contains(StoreOperation.Outcome.DONE);
      registration.close();
      registration.close();
    }
  }

  private static List<StoreOperation.Kind> kinds(List<StoreOperation> heard) {
    return heard.stream().map(StoreOperation::kind).toList();
  }
}
