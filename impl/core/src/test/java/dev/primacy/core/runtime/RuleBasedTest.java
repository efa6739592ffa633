package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.GROUP;
import static dev.primacy.core.runtime.TestNode.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.GroupStanding;
import dev.primacy.NodeRole;
import dev.primacy.NotPrimaryException;
import dev.primacy.RefusalReason;
import dev.primacy.control.GroupControl;
import dev.primacy.control.GroupDetails;
import dev.primacy.control.HaState;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.RoleChangeCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nodes with nominal roles. */
class RuleBasedTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String SECRET = "the secret of the group, long enough to be one";

  private final String cluster = "r-" + UUID.randomUUID();
  private final List<TestNode> nodes = new ArrayList<>();

  @AfterEach
  void closeAll() {
    nodes.forEach(TestNode::close);
  }

  private TestNode.Builder ruled(String name, String nominal) {
    return node(cluster, name)
        .with("primacy.election", "rule-based")
        .with("primacy.nominal-role", nominal)
        .with("primacy.rules.reconnect-interval", "200ms");
  }

  private TestNode start(TestNode.Builder builder) {
    TestNode node = builder.start();
    nodes.add(node);
    return node;
  }

  private TestNode startPrimary(TestNode.Builder builder) {
    TestNode one = start(builder);
    await().atMost(LONG).until(one::isPrimary);
    return one;
  }

  private TestNode startSecondary(TestNode.Builder builder) {
    TestNode two = start(builder);
    awaitState(two, HaState.SECONDARY);
    return two;
  }

  private static void awaitState(TestNode node, HaState state) {
    await().atMost(LONG).until(() -> node.runtime.control().status().state(), state::equals);
  }

  private static void awaitSecondaries(TestNode primary, int count) {
    await()
        .atMost(LONG)
        .until(() -> primary.runtime.control().status().nodes().size(), now -> now == count);
  }

  private static GroupDetails details(TestNode node) {
    return node.runtime.control().details(GROUP);
  }

  private static GroupControl commands(TestNode node) {
    return node.runtime.control().connect(SECRET).group();
  }

  private static void get(CompletionStage<?> stage) throws Exception {
    stage.toCompletableFuture().get(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  private static RefusalReason refusal(TestNode node) {
    try {
      node.view().requirePrimary();
      throw new AssertionError(node.name + " may write");
    } catch (NotPrimaryException refused) {
      return refused.refusal().reason();
    }
  }

  @Test
  @DisplayName("AT-2.11, S2.40, S2.41, S2.44: the failover primary takes over after its attempts")
  void the_failover_primary_takes_over_after_its_attempts() throws Exception {
    TestNode one = startPrimary(ruled("n1", "primary"));
    TestNode two =
        startSecondary(ruled("n2", "secondary").with("primacy.rules.failover-primary", "true"));
    awaitSecondaries(one, 1);

    long gone = System.nanoTime();
    one.close();
    awaitState(two, HaState.NONE);
    await().atMost(LONG).until(two::isPrimary);
    assertThat(Duration.ofNanos(System.nanoTime() - gone)).isGreaterThan(Duration.ofMillis(800));
    assertThat(details(two).readOnly().imposed()).isTrue();

    TestNode again = startSecondary(ruled("n1", "primary"));
    await().atMost(LONG).until(() -> !details(two).readOnly().isReadOnly());
    assertThat(again.isPrimary()).isFalse();

    get(commands(again).bePrimary());
    assertThat(again.isPrimary()).isTrue();
    awaitState(two, HaState.SECONDARY);
  }

  @Test
  @DisplayName("AT-2.12, S2.42: a nominal primary that lost its secondary is nothing, and refuses")
  void a_nominal_primary_alone_refuses() {
    TestNode one = startPrimary(ruled("n1", "primary"));
    TestNode two = startSecondary(ruled("n2", "secondary"));
    awaitSecondaries(one, 1);

    two.close();

    awaitState(one, HaState.NONE);
    assertThat(one.gate().tryEnter(0)).isNull();
    assertThat(one.view().role()).isEqualTo(NodeRole.SECONDARY);
    assertThat(one.view().standing()).isEqualTo(GroupStanding.SUSPENDED);
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(one.heard(NodeRoleChanged.class))
                    .last()
                    .returns(RoleChangeCause.SECONDARIES_LOST, NodeRoleChanged::cause));
  }

  @Test
  @DisplayName("AT-2.12, S2.42: who took over alone reads, and writes once a secondary has joined")
  void a_failover_primary_alone_is_read_only() {
    TestNode one = startPrimary(ruled("n1", "primary"));
    TestNode two =
        startSecondary(ruled("n2", "secondary").with("primacy.rules.failover-primary", "true"));
    awaitSecondaries(one, 1);
    one.close();
    await().atMost(LONG).until(two::isPrimary);

    assertThat(two.gate().tryEnter(0)).isNotNull().matches(admission -> admission.readOnly());
    assertThat(refusal(two)).isEqualTo(RefusalReason.READ_ONLY);

    startSecondary(ruled("n3", "secondary"));
    await().atMost(LONG).until(() -> !details(two).readOnly().isReadOnly());
    assertThat(two.view().requirePrimary().term()).isEqualTo(2);
  }

  @Test
  @DisplayName("AT-2.14, S2.42, S2.43: three nodes lose one, two, and come back")
  void three_nodes_lose_one_and_two() throws Exception {
    TestNode one = startPrimary(ruled("n1", "primary"));
    TestNode two = startSecondary(ruled("n2", "secondary"));
    TestNode three = startSecondary(ruled("n3", "secondary"));
    awaitSecondaries(one, 2);

    three.close();
    awaitSecondaries(one, 1);
    assertThat(one.isPrimary()).isTrue();
    two.close();
    awaitState(one, HaState.NONE);

    TestNode second = start(ruled("n2", "secondary"));
    TestNode third = start(ruled("n3", "secondary"));
    await().atMost(LONG).until(() -> one.view().nodes().size() == 3);
    assertThat(List.of(one, second, third)).noneMatch(TestNode::isPrimary);

    get(commands(one).bePrimary());
    assertThat(one.isPrimary()).isTrue();
    assertThatThrownBy(second.view()::requirePrimary).isInstanceOf(NotPrimaryException.class);
  }

  @Test
  @DisplayName("AT-2.14, S2.41: another secondary follows whoever took over, which may write then")
  void another_secondary_follows_whoever_took_over() {
    TestNode one = startPrimary(ruled("n1", "primary"));
    TestNode two =
        startSecondary(ruled("n2", "secondary").with("primacy.rules.failover-primary", "true"));
    TestNode three = startSecondary(ruled("n3", "secondary"));
    awaitSecondaries(one, 2);

    one.close();

    await().atMost(LONG).until(two::isPrimary);
    awaitState(three, HaState.SECONDARY);
    await().atMost(LONG).until(() -> !details(two).readOnly().isReadOnly());
    TestNode again = startSecondary(ruled("n1", "primary"));
    assertThat(again.isPrimary()).isFalse();
    assertThat(two.isPrimary()).isTrue();
  }
}
