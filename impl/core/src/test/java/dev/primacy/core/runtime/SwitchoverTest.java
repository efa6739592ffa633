package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.GROUP;
import static dev.primacy.core.runtime.TestNode.node;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.FencingToken;
import dev.primacy.Membership;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.SwitchoverException;
import dev.primacy.SwitchoverException.Reason;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.record.Candidate;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeRoleChanging;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The role handed to a node that is named. */
class SwitchoverTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final String cluster = "s-" + UUID.randomUUID();
  private final List<TestNode> nodes = new ArrayList<>();

  @AfterEach
  void closeAll() {
    nodes.forEach(TestNode::close);
  }

  private TestNode started(TestNode.Builder builder) {
    TestNode node = builder.start();
    nodes.add(node);
    return node;
  }

  private TestNode primary(TestNode.Builder builder) {
    TestNode one = started(builder);
    await().atMost(LONG).until(one::isPrimary);
    return one;
  }

  /** One primary, and others that it knows. */
  private TestNode primaryAmong(String... others) {
    TestNode one = primary(node(cluster, "n1"));
    for (String other : others) {
      started(node(cluster, other));
    }
    await().atMost(LONG).until(() -> one.view().nodes().size() == others.length + 1);
    return one;
  }

  private static SwitchoverException failure(CompletionStage<Void> stage) throws Exception {
    try {
      stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      assertThat(failed.getCause()).isInstanceOf(SwitchoverException.class);
      return (SwitchoverException) failed.getCause();
    }
    throw new AssertionError("it was handed over");
  }

  private static void get(CompletionStage<Void> stage) throws Exception {
    stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  // ---- to the node that was named

  @Test
  void the_named_node_follows_once_the_last_call_has_left_and_nobody_else() throws Exception {
    TestNode one = primaryAmong("n2", "n3");
    FencingToken first = one.view().requirePrimary();
    Admission call = requireNonNull(one.gate().tryEnter(0));

    CompletionStage<Void> done = one.view().switchover("n3");
    await().atMost(LONG).until(() -> one.heard(NodeRoleChanging.class).size() == 2);
    assertThat(one.gate().tryEnter(0)).isNull();
    assertThat(holder()).contains(one.view().node().incarnation());
    assertThat(done.toCompletableFuture()).isNotDone();
    one.gate().leave(call);
    get(done);

    TestNode three = nodes.get(2);
    await().atMost(LONG).until(three::isPrimary);
    assertThat(three.view().requirePrimary().term()).isEqualTo(first.term() + 1);
    assertThat(one.view().primary()).map(p -> p.id().name()).contains("n3");
    assertThat(nodes.get(1).heard(NodeRoleChanged.class))
        .extracting(NodeRoleChanged::current)
        .containsExactly(NodeRole.SECONDARY);
    await()
        .untilAsserted(
            () ->
                assertThat(one.heard(NodeRoleChanged.class))
                    .last()
                    .returns(NodeRole.SECONDARY, NodeRoleChanged::current)
                    .returns(RoleChangeCause.SWITCHOVER, NodeRoleChanged::cause));
  }

  private Optional<UUID> holder() throws Exception {
    try (BackDoor door = new BackDoor(cluster)) {
      return RecordCodec.decodeGroup(
              door.read(new RecordKey(RecordKind.GROUP, GROUP)).orElseThrow().value())
          .holder();
    }
  }

  @Test
  void back_and_forth_it_takes_no_cool_down() throws Exception {
    TestNode one = primaryAmong("n2");
    TestNode two = nodes.get(1);
    for (int i = 0; i < 3; i++) {
      get(one.view().switchover("n2"));
      await().atMost(LONG).until(two::isPrimary);
      get(two.view().switchover("n1"));
      await().atMost(LONG).until(one::isPrimary);
    }
    assertThat(one.view().requirePrimary().term()).isEqualTo(7);
  }

  @Test
  void of_two_nodes_of_one_name_it_takes_the_one_that_is_meant() throws Exception {
    TestNode one = primaryAmong("twin", "twin");
    TestNode second = nodes.get(2);
    SwitchoverException refused = failure(one.view().switchover("twin"));
    assertThat(refused.reason()).isEqualTo(Reason.AMBIGUOUS_NAME);
    assertThat(refused)
        .hasMessageStartingWith("PRIMACY-2013: group 'ledger' was not handed over: several live")
        .hasMessageContaining(second.view().node().toString());
    assertThat(one.isPrimary()).isTrue();

    get(one.view().switchover(second.view().node()));

    await().atMost(LONG).until(second::isPrimary);
  }

  // ---- to nobody

  @Test
  @DisplayName("AT-2.17, S2.45: the role stays where it is if there is nobody to hand it to")
  void the_role_stays_where_it_is_if_there_is_nobody_to_hand_it_to() throws Exception {
    TestNode one = primaryAmong("n2");
    started(node(cluster, "rest").with("primacy.node.passive", "true"));
    started(node(cluster, "out").with("primacy.group", "mail"));
    await().atMost(LONG).until(() -> one.knows("rest") && one.knows("out"));
    FencingToken token = one.view().requirePrimary();
    String two = nodes.get(1).view().node().toString();

    refused(one, "n9", Reason.UNKNOWN_NODE, "2012", "no live node is called 'n9'", two);
    refused(one, "n\n9", Reason.UNKNOWN_NODE, "2012", "no live node is called 'n?9'", two);
    refused(one, "n1", Reason.ITSELF, "2011", "is this node itself", two);
    refused(one, "rest", Reason.PASSIVE, "2015", "never becomes primary", two);
    refused(one, "out", Reason.NOT_IN_GROUP, "2014", "does not take part in it", two);
    NodeId gone = new NodeId("n2", UUID.randomUUID());
    SwitchoverException failure = failure(one.view().switchover(gone));
    assertThat(failure.reason()).isEqualTo(Reason.UNKNOWN_NODE);
    assertThat(failure.reason().isReleased()).isFalse();

    assertThat(one.view().token()).contains(token);
    assertThat(one.heard(NodeRoleChanging.class)).hasSize(1);
  }

  private static void refused(
      TestNode one, String name, Reason reason, String number, String... words) throws Exception {
    SwitchoverException refused = failure(one.view().switchover(name));
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.primary()).contains(one.view().node());
    assertThat(refused)
        .hasMessageStartingWith("PRIMACY-" + number + ": group 'ledger' was not handed over: ")
        .hasMessageContainingAll(words);
  }

  @Test
  void only_the_primary_hands_over_and_only_once() throws Exception {
    TestNode one = primaryAmong("n2");
    SwitchoverException refused = failure(nodes.get(1).view().switchover("n1"));
    assertThat(refused.reason()).isEqualTo(Reason.NOT_PRIMARY);
    assertThat(refused)
        .hasMessageStartingWith(
            "PRIMACY-2010: group 'ledger' was not handed to 'n1': this node is not its primary"
                + " (MEMBER, primary: n1)");
    assertThatThrownBy(() -> one.view().switchover((String) null))
        .isInstanceOf(NullPointerException.class);

    Admission call = requireNonNull(one.gate().tryEnter(0));
    CompletionStage<Void> stepDown = one.view().stepDown();
    assertThat(failure(one.view().switchover("n2")).reason()).isEqualTo(Reason.NOT_PRIMARY);
    one.gate().leave(call);
    get(stepDown);

    one.close();
    assertThat(failure(one.view().switchover("n2")).reason()).isEqualTo(Reason.NOT_PRIMARY);
  }

  @Test
  void without_a_cluster_there_is_nothing_to_hand_over() throws Exception {
    try (PrimacyRuntime alone =
        PrimacyRuntimes.create(RuntimeSetup.of("alone").withSource(new MapSettings(Map.of())))) {
      alone.start();
      Membership membership = alone.membership("default");
      SwitchoverException refused = failure(membership.switchover("n2"));
      assertThat(refused.reason()).isEqualTo(Reason.NOT_PRIMARY);
      assertThat(refused).hasMessageContaining("(STANDALONE, no primary known)");
    }
  }

  // ---- to a node that does not take it

  @Test
  void another_node_follows_if_the_named_one_does_not_take_it() throws Exception {
    DyingEngine mortal = new DyingEngine();
    TestNode one = primaryAmong();
    started(node(cluster, "n2").on(mortal));
    TestNode three = started(node(cluster, "n3"));
    await().atMost(LONG).until(() -> one.view().nodes().size() == 3);
    await().atMost(LONG).until(() -> three.view().nodes().size() == 3);

    mortal.die();
    SwitchoverException failure = failure(one.view().switchover("n2"));

    assertThat(failure.reason()).isEqualTo(Reason.TAKEN_BY_ANOTHER);
    assertThat(failure.reason().isReleased()).isTrue();
    assertThat(failure.primary()).contains(three.view().node());
    assertThat(failure)
        .hasMessageStartingWith("PRIMACY-2016: group 'ledger' was released for n2/")
        .hasMessageContaining(three.view().node() + " became its primary");
    await().atMost(LONG).until(three::isPrimary);
  }

  @Test
  void the_node_that_handed_over_takes_it_again_if_nobody_else_does() throws Exception {
    DyingEngine mortal = new DyingEngine();
    TestNode one = primaryAmong();
    started(node(cluster, "n2").on(mortal));
    await().atMost(LONG).until(() -> one.view().nodes().size() == 2);

    mortal.die();
    SwitchoverException failure = failure(one.view().switchover("n2"));

    assertThat(failure.reason()).isEqualTo(Reason.TAKEN_BY_ANOTHER);
    assertThat(failure.primary()).contains(one.view().node());
    await().atMost(LONG).until(one::isPrimary);
    assertThat(one.view().requirePrimary().term()).isEqualTo(2);
  }

  @Test
  void a_node_that_sees_nobody_follow_says_so_in_time() throws Exception {
    DyingEngine mortal = new DyingEngine();
    TestNode one = primary(node(cluster, "n1").on(mortal));
    started(node(cluster, "n2"));
    await().atMost(LONG).until(() -> one.view().nodes().size() == 2);
    Admission call = requireNonNull(one.gate().tryEnter(0));

    CompletionStage<Void> done = one.view().switchover("n2");
    mortal.die();
    one.gate().leave(call);
    SwitchoverException failure = failure(done);

    assertThat(failure.reason()).isEqualTo(Reason.NOT_TAKEN);
    assertThat(failure).hasMessageContainingAll("PRIMACY-2017: ", "no primary was seen within 2s");
    assertThat(failure.primary()).isEmpty();
  }

  @Test
  void a_node_that_leaves_before_it_saw_anybody_says_so_at_once() throws Exception {
    DyingEngine mortal = new DyingEngine();
    TestNode one = primaryAmong();
    started(node(cluster, "n2").on(mortal));
    await().atMost(LONG).until(() -> one.view().nodes().size() == 2);

    mortal.die();
    CompletionStage<Void> done = one.view().switchover("n2");
    one.close();
    SwitchoverException failure = failure(done);

    assertThat(failure.reason()).isEqualTo(Reason.NOT_TAKEN);
    assertThat(failure).hasMessageStartingWith("PRIMACY-2018: group 'ledger' was released for n2/");
    try (BackDoor door = new BackDoor(cluster)) {
      assertThat(
              RecordCodec.decodeGroup(
                      door.read(new RecordKey(RecordKind.GROUP, GROUP)).orElseThrow().value())
                  .candidate())
          .map(Candidate::incarnation)
          .contains(nodes.get(1).view().node().incarnation());
    }
  }

  // ---- the cool-down

  @Test
  void who_stepped_down_lets_the_others_go_first_though_it_is_preferred() throws Exception {
    TestNode one = primary(node(cluster, "n1").with("primacy.node.priority", "100"));
    TestNode two = started(node(cluster, "n2"));
    await().atMost(LONG).until(() -> one.view().nodes().size() == 2);

    get(one.view().stepDown());

    await().atMost(LONG).until(two::isPrimary);
    assertThat(two.view().requirePrimary().term()).isEqualTo(2);
  }

  @Test
  void alone_it_takes_the_group_again_after_a_lease() throws Exception {
    TestNode one = primaryAmong();
    long began = System.nanoTime();
    get(one.view().stepDown());
    await().atMost(LONG).until(one::isPrimary);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(1));
    assertThat(one.view().requirePrimary().term()).isEqualTo(2);
  }
}
