package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.GROUP;
import static dev.primacy.core.runtime.TestNode.node;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.Groups;
import dev.primacy.Membership;
import dev.primacy.NodeRole;
import dev.primacy.NotPrimaryException;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.Gate;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.GroupEvent;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeRoleChanging;
import dev.primacy.event.RoleChangeCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups that are joined and left while the node runs. */
class DynamicGroupsTest {
  private static final String LATE = "late";
  private static final Duration LONG = Duration.ofSeconds(20);

  private final String cluster = "d-" + UUID.randomUUID();
  private final List<TestNode> nodes = new ArrayList<>();
  private final CountDownLatch blocked = new CountDownLatch(1);
  private final CountDownLatch blocker = new CountDownLatch(1);

  @AfterEach
  void closeAll() {
    blocker.countDown();
    nodes.forEach(TestNode::close);
  }

  private TestNode started(TestNode.Builder builder) {
    TestNode node = builder.start();
    nodes.add(node);
    return node;
  }

  private TestNode started(String name) {
    return started(node(cluster, name));
  }

  private static Groups groups(TestNode node) {
    return node.runtime.dynamicGroups();
  }

  private static void awaitPrimary(Membership view) {
    await().atMost(LONG).until(view::isPrimary);
  }

  private static void get(CompletionStage<Void> stage) throws Exception {
    stage.toCompletableFuture().get(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  private static List<NodeRoleChanged> changes(TestNode node, String group) {
    return node.heard(NodeRoleChanged.class).stream()
        .filter(change -> change.group().equals(group))
        .toList();
  }

  private static List<String> roles(TestNode node, String group) {
    return changes(node, group).stream()
        .map(c -> c.previous().map(Enum::name).orElse("-") + ">" + c.current() + " " + c.cause())
        .toList();
  }

  /** A node that knows of the group, and may be asked for its gate, before it joins it. */
  private TestNode.Builder joiningLater() {
    return node(cluster, "n1")
        .with("primacy.groups", LATE)
        .with("primacy.groups.late.join", "later");
  }

  /** A node whose observer stays in an event until the test lets it go. */
  private TestNode startedBlockingAt(Predicate<ClusterEvent> event) {
    return started(
        node(cluster, "n1")
            .observing(
                heard -> {
                  if (event.test(heard)) {
                    block();
                  }
                }));
  }

  private static boolean isGivingBack(ClusterEvent event) {
    return event instanceof NodeRoleChanging change
        && change.group().equals(LATE)
        && change.to() == NodeRole.SECONDARY;
  }

  private static boolean isTheLast(ClusterEvent event) {
    return event instanceof NodeRoleChanged change
        && change.group().equals(LATE)
        && change.cause() == RoleChangeCause.LEFT
        && change.current() == NodeRole.NOT_IN_GROUP;
  }

  private void block() {
    blocked.countDown();
    try {
      blocker.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  // ---- the life of a group

  @Test
  void a_group_is_joined_led_and_left_in_the_promised_order() throws Exception {
    TestNode one = started("n1");
    Membership late = groups(one).join(LATE);
    assertThat(late.group()).isEqualTo(LATE);
    assertThat(late.role()).isEqualTo(NodeRole.SECONDARY);
    awaitPrimary(late);
    assertThat(late.requirePrimary().term()).isEqualTo(1);
    assertThat(groups(one).names()).containsExactly(LATE, GROUP);
    assertThat(groups(one).find(LATE)).containsSame(late);
    await().until(() -> late.nodes().size() == 1);

    get(groups(one).leave(LATE));

    assertThat(late.role()).isEqualTo(NodeRole.NOT_IN_GROUP);
    assertThat(late.standing()).isEqualTo(GroupStanding.LEFT);
    assertThat(late.token()).isEmpty();
    assertThatThrownBy(late::requirePrimary)
        .isInstanceOf(NotPrimaryException.class)
        .hasMessageContaining("NOT_IN_GROUP and LEFT in group 'late'");
    assertThat(groups(one).names()).containsExactly(GROUP);
    assertThat(groups(one).find(LATE)).isEmpty();
    await().until(() -> roles(one, LATE).size() == 4);
    assertThat(roles(one, LATE))
        .containsExactly(
            "->SECONDARY JOINED",
            "SECONDARY>PRIMARY ACQUIRED",
            "PRIMARY>SECONDARY LEFT",
            "SECONDARY>NOT_IN_GROUP LEFT");
    assertThat(changes(one, LATE)).extracting(NodeRoleChanged::seq).containsExactly(1L, 2L, 3L, 4L);
    assertThat(one.view().standing()).as("the other group").isEqualTo(GroupStanding.MEMBER);
  }

  @Test
  void joining_again_gives_the_same_view_and_joins_nothing_twice() {
    TestNode one = started("n1");
    Membership late = groups(one).join(LATE);
    awaitPrimary(late);
    assertThat(groups(one).join(LATE)).isSameAs(late);
    assertThat(groups(one).join(GROUP)).isSameAs(one.view());
    assertThat(late.requirePrimary().term()).isEqualTo(1);
  }

  @Test
  void a_view_that_was_left_stays_left_when_the_group_is_joined_again() throws Exception {
    TestNode one = started("n1");
    Membership first = groups(one).join(LATE);
    awaitPrimary(first);
    FencingToken token = first.requirePrimary();
    get(groups(one).leave(LATE));

    Membership second = groups(one).join(LATE);

    awaitPrimary(second);
    assertThat(second.requirePrimary().supersedes(token)).isTrue();
    assertThat(first.role()).isEqualTo(NodeRole.NOT_IN_GROUP);
    assertThat(first.standing()).isEqualTo(GroupStanding.LEFT);
    get(first.stepDown());
    assertThat(second.isPrimary()).as("not stepped down by the view that left").isTrue();
    await().until(() -> roles(one, LATE).size() == 6);
    assertThat(roles(one, LATE).subList(4, 6))
        .containsExactly("->SECONDARY JOINED", "SECONDARY>PRIMARY ACQUIRED");
  }

  @Test
  void the_other_node_takes_over_and_no_longer_sees_the_one_that_left() throws Exception {
    TestNode one = started(node(cluster, "n1").with("primacy.lease", "4s"));
    TestNode two = started(node(cluster, "n2").with("primacy.lease", "4s"));
    Membership first = groups(one).join(LATE);
    awaitPrimary(first);
    Membership second = groups(two).join(LATE);
    await().until(() -> second.primary().isPresent());
    await().atMost(LONG).until(() -> second.nodes().size() == 2 && first.nodes().size() == 2);
    FencingToken token = first.requirePrimary();

    get(groups(one).leave(LATE));

    await().atMost(Duration.ofSeconds(2)).until(second::isPrimary);
    assertThat(second.requirePrimary().supersedes(token)).isTrue();
    await().atMost(LONG).until(() -> second.nodes().size() == 1);
    get(groups(two).leave(LATE));
    // nobody is left who could
    await()
        .pollDelay(Duration.ofSeconds(5))
        .atMost(LONG)
        .until(() -> !first.isPrimary() && !second.isPrimary());
  }

  @Test
  void a_call_in_flight_ends_before_the_successor_starts() throws Exception {
    TestNode one = started(joiningLater());
    TestNode two = started("n2");
    Membership first = groups(one).join(LATE);
    awaitPrimary(first);
    Membership second = groups(two).join(LATE);
    await().until(() -> second.primary().isPresent());
    Gate gate = one.runtime.gate(LATE);
    Admission call = requireNonNull(gate.tryEnter(0));

    CompletionStage<Void> leaving = groups(one).leave(LATE);
    await().until(() -> gate.check(0) == null);
    assertThatThrownBy(() -> leaving.toCompletableFuture().get(2500, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    assertThat(second.isPrimary()).isFalse();
    assertThat(groups(one).find(LATE)).as("it is on its way").isEmpty();

    gate.leave(call);
    get(leaving);
    awaitPrimary(second);
  }

  @Test
  void a_group_joined_while_it_is_being_left_is_joined_when_that_is_over() throws Exception {
    TestNode one = startedBlockingAt(DynamicGroupsTest::isGivingBack);
    Membership first = groups(one).join(LATE);
    awaitPrimary(first);
    CompletionStage<Void> leaving = groups(one).leave(LATE);
    Membership second = groups(one).join(LATE);
    assertThat(second).isNotSameAs(first);
    assertThat(groups(one).join(LATE)).isSameAs(second);
    assertThat(second.standing()).isEqualTo(GroupStanding.JOINING);
    assertThat(second.role()).isEqualTo(NodeRole.SECONDARY);
    assertThat(groups(one).names()).contains(LATE);

    blocker.countDown();
    get(leaving);
    awaitPrimary(second);
    assertThat(first.standing()).isEqualTo(GroupStanding.LEFT);
    await().until(() -> roles(one, LATE).size() == 6);
    assertThat(roles(one, LATE).get(3)).isEqualTo("SECONDARY>NOT_IN_GROUP LEFT");
    assertThat(roles(one, LATE).get(4)).isEqualTo("->SECONDARY JOINED");
  }

  @Test
  void joined_and_left_again_while_it_is_being_left_it_never_begins() throws Exception {
    TestNode one = startedBlockingAt(DynamicGroupsTest::isGivingBack);
    Membership first = groups(one).join(LATE);
    awaitPrimary(first);
    CompletionStage<Void> leaving = groups(one).leave(LATE);
    Membership second = groups(one).join(LATE);
    CompletionStage<Void> again = groups(one).leave(LATE);
    assertThat(second.standing()).isEqualTo(GroupStanding.LEFT);
    assertThat(groups(one).find(LATE)).isEmpty();

    blocker.countDown();
    get(leaving);
    get(again);
    await().until(() -> roles(one, LATE).size() == 4);
  }

  @Test
  void joined_before_the_start_it_is_joined_with_it() {
    TestNode one = node(cluster, "n1").create();
    nodes.add(one);
    Membership late = groups(one).join(LATE);
    Membership never = groups(one).join("never");
    groups(one).leave("never");
    assertThat(late.standing()).isEqualTo(GroupStanding.JOINING);
    assertThat(one.heard).isEmpty();

    one.runtime.start();

    awaitPrimary(late);
    assertThat(never.standing()).isEqualTo(GroupStanding.LEFT);
    assertThat(changes(one, "never")).isEmpty();
  }

  @Test
  void a_closing_node_leaves_them_like_all_others() throws Exception {
    TestNode one = started("n1");
    Membership late = groups(one).join(LATE);
    awaitPrimary(late);
    awaitPrimary(one.view());

    one.close();

    assertThat(roles(one, LATE)).endsWith("SECONDARY>NOT_IN_GROUP SHUTDOWN");
    assertThat(late.standing()).isEqualTo(GroupStanding.LEFT);
    assertThat(groups(one).names()).isEmpty();
    assertThat(groups(one).find(LATE)).isEmpty();
    get(groups(one).leave(LATE));
    assertThatThrownBy(() -> groups(one).join(LATE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("PRIMACY-1024: ");
  }

  @Test
  void a_node_closed_while_a_group_is_being_left_ends_in_bounded_time() throws Exception {
    TestNode one = started(joiningLater().with("primacy.drain-timeout", "500ms"));
    Membership late = groups(one).join(LATE);
    awaitPrimary(late);
    assertThat(one.runtime.gate(LATE).tryEnter(0)).isNotNull();
    CompletionStage<Void> leaving = groups(one).leave(LATE);
    groups(one).join(LATE);

    one.close();

    get(leaving);
    assertThat(late.standing()).isEqualTo(GroupStanding.LEFT);
    assertThat(one.runtime.membership(LATE).standing()).isEqualTo(GroupStanding.LEFT);
    await().until(() -> one.threads.stream().noneMatch(Thread::isAlive));
  }

  // ---- configured, and joined later

  @Test
  void a_configured_group_that_is_joined_later_refuses_until_then() throws Exception {
    TestNode one = started(joiningLater());
    Membership view = one.runtime.membership(LATE);
    Gate gate = one.runtime.gate(LATE);
    assertThat(one.runtime.groups()).containsExactly(LATE, GROUP);
    assertThat(groups(one).names()).containsExactly(GROUP);
    assertThat(view.role()).isEqualTo(NodeRole.NOT_IN_GROUP);
    awaitPrimary(one.view());
    assertThat(gate.tryEnter(0)).isNull();
    assertThat(gate.refusal().role()).isEqualTo(NodeRole.NOT_IN_GROUP);
    assertThat(changes(one, LATE)).isEmpty();

    for (int i = 1; i <= 2; i++) {
      Membership stay = groups(one).join(LATE);
      awaitPrimary(stay);
      assertThat(view.isPrimary()).isTrue();
      assertThat(gate.check(0)).isNotNull();

      get(groups(one).leave(LATE));

      assertThat(stay.standing()).isEqualTo(GroupStanding.LEFT);
      assertThat(view.standing()).isEqualTo(GroupStanding.LEFT);
      assertThat(gate.refuse("Ledger.post")).hasMessageContaining("NOT_IN_GROUP and LEFT");
    }
  }

  @Test
  void its_settings_are_its_own_whether_it_is_joined_at_the_start_or_later() {
    TestNode one =
        started(
            node(cluster, "n1")
                .with("primacy.groups", "manual")
                .with("primacy.groups.manual.join", "later")
                .with("primacy.groups.manual.election", "operator"));
    Membership manual = groups(one).join("manual");
    Membership late = groups(one).join(LATE);
    awaitPrimary(late);
    await()
        .pollDelay(Duration.ofSeconds(2))
        .atMost(LONG)
        .untilAsserted(() -> assertThat(manual.isPrimary()).isFalse());
  }

  // ---- what is refused

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "-a", "a/b", "ä", "a\u0007b"})
  void what_is_no_name_is_refused(String name) {
    TestNode one = started("n1");
    for (Runnable attempt :
        List.<Runnable>of(() -> groups(one).join(name), () -> groups(one).leave(name))) {
      assertThatThrownBy(attempt::run)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("PRIMACY-1022: ")
          .hasMessageNotContaining("\u0007");
    }
    assertThat(groups(one).find(name)).isEmpty();
  }

  @Test
  void a_name_that_is_too_long_is_shown_in_part() {
    TestNode one = started("n1");
    assertThatThrownBy(() -> groups(one).join("x".repeat(10_000)))
        .hasMessageStartingWith("PRIMACY-1022: ")
        .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(300));
  }

  @Test
  void a_group_configured_from_the_start_cannot_be_left() {
    TestNode one = started("n1");
    assertThatThrownBy(() -> groups(one).leave(GROUP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("PRIMACY-1023: ")
        .hasMessageContaining("primacy.groups.ledger.join=later");
    awaitPrimary(one.view());
  }

  @Test
  void a_group_that_was_never_joined_is_left_at_once() throws Exception {
    TestNode one = started("n1");
    get(groups(one).leave(LATE));
    assertThat(changes(one, LATE)).isEmpty();
  }

  // ---- faults

  @Test
  void a_new_incarnation_takes_part_in_what_was_joined_and_not_in_what_was_left() throws Exception {
    TestNode one = started("n1");
    Membership stays = groups(one).join("stays");
    Membership goes = groups(one).join("goes");
    awaitPrimary(stays);
    awaitPrimary(goes);
    get(groups(one).leave("goes"));
    UUID before = one.view().node().incarnation();
    UUID scope = stays.requirePrimary().scope();

    try (BackDoor door = new BackDoor(cluster)) {
      door.wipe();
    }

    await().atMost(LONG).until(() -> !one.view().node().incarnation().equals(before));
    awaitPrimary(stays);
    assertThat(stays.requirePrimary().scope()).isNotEqualTo(scope);
    awaitPrimary(one.view());
    await().until(() -> stays.nodes().size() == 1);
    assertThat(stays.nodes().get(0).groups()).containsExactlyInAnyOrder("stays", GROUP);
    assertThat(goes.standing()).isEqualTo(GroupStanding.LEFT);
    Membership again = groups(one).join("goes");
    awaitPrimary(again);
  }

  @Test
  void a_node_that_dies_after_it_left_does_not_matter_to_the_group() throws Exception {
    DyingEngine mortal = new DyingEngine();
    TestNode one = started(node(cluster, "n1").on(mortal));
    TestNode two = started("n2");
    Membership first = groups(one).join(LATE);
    awaitPrimary(first);
    Membership second = groups(two).join(LATE);
    get(groups(one).leave(LATE));
    awaitPrimary(second);
    FencingToken token = second.requirePrimary();
    mortal.die();
    await()
        .pollDelay(Duration.ofSeconds(3))
        .atMost(LONG)
        .untilAsserted(() -> assertThat(second.requirePrimary()).isEqualTo(token));
    mortal.revive();
  }

  @Test
  void a_cut_off_node_leaves_a_group_in_bounded_time_and_gives_it_back_later() throws Exception {
    DyingEngine mortal = new DyingEngine();
    TestNode one = started(node(cluster, "n1").on(mortal));
    Membership first = groups(one).join(LATE);
    awaitPrimary(first);
    mortal.die();

    long began = System.nanoTime();
    get(groups(one).leave(LATE));

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
    assertThat(first.standing()).isEqualTo(GroupStanding.LEFT);
    mortal.revive();
    TestNode two = started("n2");
    awaitPrimary(groups(two).join(LATE));
    Membership again = groups(one).join(LATE);
    await().atMost(LONG).until(() -> again.standing() == GroupStanding.MEMBER);
  }

  @Test
  void an_incarnation_that_dies_while_a_group_is_being_left_ends_that() throws Exception {
    TestNode one = started(joiningLater());
    Membership late = groups(one).join(LATE);
    awaitPrimary(late);
    Admission call = requireNonNull(one.runtime.gate(LATE).tryEnter(0));
    CompletionStage<Void> leaving = groups(one).leave(LATE);
    await().until(() -> one.runtime.gate(LATE).check(0) == null);

    try (BackDoor door = new BackDoor(cluster)) {
      door.wipe();
    }

    get(leaving);
    assertThat(late.standing()).isEqualTo(GroupStanding.LEFT);
    await().until(() -> roles(one, LATE).stream().anyMatch(r -> r.endsWith("NOT_IN_GROUP LEFT")));
    one.runtime.gate(LATE).leave(call);
    awaitPrimary(groups(one).join(LATE));
  }

  // ---- many

  @Test
  void joining_and_leaving_a_hundred_times_leaves_no_thread_and_events_in_order() throws Exception {
    TestNode one = started("n1");
    awaitPrimary(groups(one).join(LATE));
    int threads = 0;
    for (int i = 0; i < 100; i++) {
      get(groups(one).leave(LATE));
      groups(one).join(LATE);
      if (i == 10) {
        threads = one.threads.size();
      }
    }
    Membership last = groups(one).join(LATE);
    awaitPrimary(last);
    assertThat(one.threads.size()).isLessThanOrEqualTo(threads + 2);
    List<String> all = roles(one, LATE);
    for (int i = 0; i < all.size() - 1; i++) {
      boolean ended = all.get(i).contains(">NOT_IN_GROUP");
      assertThat(all.get(i + 1).startsWith("->SECONDARY"))
          .as(all.subList(i, i + 2) + "")
          .isEqualTo(ended);
    }
    assertThat(one.heard(GroupEvent.class)).isNotEmpty();
    one.close();
    await().until(() -> one.threads.stream().noneMatch(Thread::isAlive));
  }

  @Test
  void a_join_and_a_leave_at_the_same_time_from_many_threads_end_as_the_last_one_said()
      throws Exception {
    TestNode one = started("n1");
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      boolean joins = i % 2 == 0;
      Thread thread =
          new Thread(
              () -> {
                for (int n = 0; n < 50; n++) {
                  if (joins) {
                    groups(one).join(LATE);
                  } else {
                    groups(one).leave(LATE);
                  }
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    get(groups(one).leave(LATE));
    assertThat(groups(one).find(LATE)).isEmpty();
    awaitPrimary(groups(one).join(LATE));
    assertThat(one.view().standing()).isEqualTo(GroupStanding.MEMBER);
  }

  @Test
  void the_first_event_of_a_stay_never_comes_before_the_last_one_of_the_stay_before()
      throws Exception {
    TestNode one = startedBlockingAt(DynamicGroupsTest::isTheLast);
    Membership first = groups(one).join(LATE);
    awaitPrimary(first);
    get(groups(one).leave(LATE));
    Membership second = groups(one).join(LATE);
    assertThat(blocked.await(10, TimeUnit.SECONDS)).isTrue();
    int heard = changes(one, LATE).size();
    assertThat(second.standing()).isEqualTo(GroupStanding.JOINING);
    await()
        .pollDelay(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(changes(one, LATE)).hasSize(heard));
    blocker.countDown();
    awaitPrimary(second);
  }
}
