package dev.primacy.testkit;

import static dev.primacy.testkit.ClusterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.NodeRole;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.RoleChangeCause;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterFaultsTest {
  private static final Duration LEASE = Duration.ofSeconds(6);

  private final Cluster cluster = Cluster.of(3);

  @AfterEach
  void close() {
    cluster.close();
  }

  private static RoleChangeCause lastCause(TestNode node) {
    return node.events().stream()
        .filter(NodeRoleChanged.class::isInstance)
        .map(NodeRoleChanged.class::cast)
        .reduce((first, second) -> second)
        .orElseThrow()
        .cause();
  }

  @Test
  void a_promoted_node_leads_by_a_switchover() {
    TestNode first = cluster.primary();
    TestNode next = cluster.secondary();
    Duration before = cluster.elapsed();

    cluster.promote(next);

    assertThat(cluster).hasOnePrimary();
    assertThat(next).isPrimary();
    assertThat(lastCause(first)).isEqualTo(RoleChangeCause.SWITCHOVER);
    assertThat(cluster.elapsed().minus(before)).isLessThan(LEASE.dividedBy(2));
  }

  @Test
  void whoever_is_cut_off_loses_the_role_by_its_own_clock() {
    TestNode cut = cluster.primary();
    cluster.partition(cut);
    cluster.advance(LEASE);
    assertThat(cut).isSecondary();

    cluster.settle();
    assertThat(cluster).hasOnePrimary();
    assertThat(lastCause(cut)).isEqualTo(RoleChangeCause.LEASE_EXPIRED);

    cluster.heal();
    cluster.advance(LEASE.multipliedBy(2));
    assertThat(cluster).hasOnePrimary();
    assertThat(cut.membership().primary()).isPresent();
  }

  @Test
  void a_wall_clock_set_forward_ends_the_lease_and_one_set_back_does_not_prolong_it() {
    TestNode first = cluster.primary();
    cluster.skew(first, Duration.ofHours(-1));
    assertThat(first).isPrimary();
    cluster.skew(first, Duration.ofHours(2));
    assertThat(first).isSecondary();

    cluster.settle();
    assertThat(cluster).hasOnePrimary();
  }

  @Test
  void clocks_within_the_drift_never_show_two_primaries() {
    cluster.skew(cluster.node(0), 0.991);
    cluster.skew(cluster.node(1), 1.009);
    for (int i = 0; i < 5; i++) {
      TestNode primary = cluster.primary();
      cluster.pause(primary, LEASE.multipliedBy(2));
      cluster.settle();
    }
    assertThat(cluster).hasOnePrimary().keptTheRules();
  }

  @Test
  void late_callbacks_delay_what_observers_hear_and_not_the_guard() {
    cluster.lateCallbacks(Duration.ofSeconds(4));
    TestNode first = cluster.primary();
    TestNode next = cluster.secondary();
    int before = next.events().size();

    var unused = first.membership().switchover(next.name());
    cluster.advance(Duration.ofSeconds(3));
    assertThat(first).isSecondary();
    assertThat(next.events()).hasSize(before);

    cluster.lateCallbacks(Duration.ZERO);
    cluster.advance(Duration.ofSeconds(20));
    assertThat(next).isPrimary().heard(NodeRoleChanged.class);
  }

  @Test
  void a_node_that_restarts_is_another_incarnation() {
    TestNode first = cluster.primary();
    var before = first.membership().node();
    cluster.crash(first);
    assertThat(first.isUp()).isFalse();
    assertThatThrownBy(first::membership)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PRIMACY-1559");

    cluster.restart(first);
    cluster.advance(LEASE.multipliedBy(2));

    assertThat(first.membership().node()).isNotEqualTo(before);
    assertThat(first.membership().node().name()).isEqualTo(before.name());
    assertThat(cluster).hasOnePrimary();
  }

  @Test
  void a_restart_of_the_primary_hands_over_first() {
    TestNode first = cluster.primary();
    cluster.restart(first);
    assertThat(first.events())
        .filteredOn(NodeRoleChanged.class::isInstance)
        .extracting(event -> ((NodeRoleChanged) event).cause())
        .contains(RoleChangeCause.SHUTDOWN);
    assertThat(cluster).hasOnePrimary();
  }

  @Test
  void a_handover_waits_for_a_guarded_call_under_way() {
    TestNode first = cluster.primary();
    CompletableFuture<NodeRole> call =
        first.begin(
            () ->
                first.guarded(
                    "slow",
                    () -> {
                      first.pass(Duration.ofSeconds(2));
                      return first.membership().role();
                    }));
    var unused = first.membership().stepDown();
    cluster.advance(Duration.ofSeconds(1));
    assertThat(call).isNotDone();
    assertThat(cluster).hasNoPrimary();

    cluster.settle();
    assertThat(call).isCompleted();
    assertThat(cluster).hasOnePrimary();
    assertThat(cluster.calls()).extracting(GuardedCall::node).containsExactly(first.name());
  }

  @Test
  void a_call_that_outlasts_the_drain_breaks_a_rule_once_the_successor_lets_calls_in()
      throws Exception {
    TestNode first = cluster.primary();
    var unused = first.begin(() -> first.guarded("endless", () -> wait(first)));
    CompletionStage<Void> leaving = first.membership().stepDown();
    cluster.advance(Duration.ofSeconds(30));
    cluster.primary().guarded("next", () -> 1);
    assertThat(leaving).isCompleted();

    assertThatThrownBy(cluster::verify)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("PRIMACY-1552")
        .hasMessageContaining("while a call of");
    cluster.end();
  }

  private static boolean wait(TestNode node) {
    node.pass(Duration.ofMinutes(5));
    return true;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_seed_decides_all_that_happens(long seed) {
    assertThat(history(seed)).isEqualTo(history(seed)).isNotEqualTo(history(seed + 100));
  }

  /** Everything that was told, and when. */
  private static List<String> history(long seed) {
    try (Cluster made = Cluster.builder(3).seed(seed).start()) {
      made.crash(made.primary());
      made.advance(LEASE.multipliedBy(3));
      made.pause(made.primary(), LEASE.multipliedBy(2));
      made.settle();
      return made.events().stream()
          .map(heard -> heard.node() + told(heard.event()) + heard.at().toNanos())
          .toList();
    }
  }

  /** Without identities in memory and versions, which all stores of a JVM draw from one number. */
  private static String told(ClusterEvent event) {
    return event.toString().replaceAll("@[0-9a-f]+", "");
  }

  @Test
  void an_unknown_node_is_named() {
    assertThatThrownBy(() -> cluster.node("n9"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PRIMACY-1550")
        .hasMessageContaining("n9");
    assertThatThrownBy(() -> cluster.node(3)).hasMessageContaining("PRIMACY-1550");
    assertThatThrownBy(() -> cluster.node(0).select(String.class))
        .hasMessageContaining("PRIMACY-1561");
  }

  @Test
  void what_never_comes_is_said_at_once() {
    assertThatThrownBy(() -> cluster.until("the moon", () -> false))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("PRIMACY-1551")
        .hasMessageContaining("the moon");
  }
}
