package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.NodeRole;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeRoleChanging;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What time observers of a promotion have, and what becomes of the role when it is over. */
class PatienceTest {
  private final String cluster = "w-" + UUID.randomUUID();
  private final LogBook log = new LogBook();
  private final CountDownLatch blocker = new CountDownLatch(1);
  private final AtomicInteger promotions = new AtomicInteger();
  private final List<TestNode> nodes = new ArrayList<>();

  @AfterEach
  void closeAll() {
    blocker.countDown();
    nodes.forEach(TestNode::close);
    log.close();
  }

  private TestNode preparing(TestNode.Builder builder, Consumer<NodeRoleChanging> first) {
    TestNode node =
        builder
            .observing(
                event -> {
                  if (event instanceof NodeRoleChanging change
                      && change.to() == NodeRole.PRIMARY
                      && promotions.incrementAndGet() == 1) {
                    first.accept(change);
                  }
                })
            .start();
    nodes.add(node);
    return node;
  }

  private boolean blocked(Duration longest) {
    try {
      return blocker.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static long primaries(TestNode node) {
    return node.heard(NodeRoleChanged.class).stream()
        .filter(change -> change.current() == NodeRole.PRIMARY)
        .count();
  }

  @Test
  @DisplayName("DESIGN 4.1: an observer that exceeds primacy.observers.timeout hands the role back")
  void an_observer_that_takes_too_long_hands_the_role_back_to_a_node_that_is_ready() {
    TestNode slow =
        preparing(
            node(cluster, "slow").with("primacy.observers.timeout", "200ms"),
            change -> blocked(Duration.ofSeconds(30)));
    await().until(() -> promotions.get() == 1);
    TestNode ready = node(cluster, "ready").start();
    nodes.add(ready);

    await().until(ready::isPrimary);
    assertThat(ready.view().requirePrimary().term()).isGreaterThanOrEqualTo(2);
    assertThat(log.numbered(2104))
        .first()
        .satisfies(
            line ->
                assertThat(line)
                    .contains("node=slow", "term=1", "primacy.observers.timeout=200ms")
                    .contains("handed back"));
    // nobody was let in, so nobody is told of a role
    assertThat(primaries(slow)).isZero();
    assertThat(slow.gate().tryEnter(0)).isNull();
  }

  @Test
  @DisplayName(
      "S2.23, DESIGN 4.1: stillWorking asks for more time, and the lease is renewed meanwhile")
  void an_observer_that_asks_for_more_time_is_given_it_and_the_role_comes_in_the_same_term() {
    CountDownLatch asked = new CountDownLatch(1);
    TestNode one =
        preparing(
            node(cluster, "n1").with("primacy.observers.timeout", "200ms"),
            change -> {
              change.stillWorking(Duration.ofSeconds(20));
              asked.countDown();
              blocked(Duration.ofSeconds(30));
            });
    await().until(() -> asked.getCount() == 0);

    // five times what it had, and longer than its lease
    await()
        .during(Duration.ofMillis(1200))
        .atMost(Duration.ofSeconds(5))
        .until(() -> log.numbered(2104).isEmpty() && !one.isPrimary());
    blocker.countDown();

    await().until(one::isPrimary);
    assertThat(one.view().requirePrimary().term()).isEqualTo(1);
    assertThat(promotions).hasValue(1);
  }

  @Test
  @DisplayName("DESIGN 4.1: more time that is over is over")
  void more_time_that_is_over_is_over() {
    TestNode one =
        preparing(
            node(cluster, "n1").with("primacy.observers.timeout", "100ms"),
            change -> {
              change.stillWorking(Duration.ofMillis(400));
              blocked(Duration.ofSeconds(30));
            });

    await().atMost(Duration.ofSeconds(10)).until(() -> log.numbered(2104).size() == 1);
    assertThat(one.isPrimary()).isFalse();
    blocker.countDown();
    await().until(one::isPrimary);
    assertThat(one.view().requirePrimary().term()).isEqualTo(2);
  }

  @Test
  @DisplayName("DESIGN 4.1: primacy.promotion.on-failure=continue does not wait any longer")
  void an_observer_that_takes_too_long_can_be_let_pass() {
    TestNode one =
        preparing(
            node(cluster, "n1")
                .with("primacy.observers.timeout", "200ms")
                .with("primacy.promotion.on-failure", "continue"),
            change -> blocked(Duration.ofSeconds(30)));

    await().until(one::isPrimary);
    assertThat(blocker.getCount()).isEqualTo(1);
    assertThat(one.view().requirePrimary().term()).isEqualTo(1);
    await().until(() -> log.numbered(2104).size() == 1);
    assertThat(log.numbered(2104).get(0)).contains("on-failure=continue");
    // it is told in its order all the same, once the observer before it returned
    assertThat(primaries(one)).isZero();
    blocker.countDown();
    await().until(() -> primaries(one) == 1);
  }
}
