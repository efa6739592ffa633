package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.GROUP;
import static dev.primacy.core.runtime.TestNode.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.ClusterNode;
import dev.primacy.GroupStanding;
import dev.primacy.NodeAttributes;
import dev.primacy.NodeRole;
import dev.primacy.RefusalReason;
import dev.primacy.control.ControlError;
import dev.primacy.control.ControlException;
import dev.primacy.control.Controller;
import dev.primacy.control.GroupControl;
import dev.primacy.control.GroupDetails;
import dev.primacy.control.HaState;
import dev.primacy.control.HaStatus;
import dev.primacy.control.MaintenanceLock;
import dev.primacy.control.NodeState;
import dev.primacy.control.SecondaryInitializer;
import dev.primacy.control.StateVersion;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.ControlTaken;
import dev.primacy.event.NodeJoined;
import dev.primacy.event.NodeLeft;
import dev.primacy.event.NodeLeftCause;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.event.SecondaryInitialized;
import dev.primacy.event.SecondaryJoinResult;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nodes that are told what to be. */
class ControlTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String SECRET = "the first secret, long enough to be one";
  private static final String OTHER = "another secret, long enough to be one too";

  private final String cluster = "c-" + UUID.randomUUID();
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

  private TestNode.Builder operated(String name) {
    return node(cluster, name).with("primacy.election", "operator");
  }

  private static GroupControl commands(TestNode node) {
    return node.runtime.control().connect(SECRET).group();
  }

  private static HaState state(TestNode node) {
    return node.runtime.control().status().state();
  }

  private static GroupDetails details(TestNode node) {
    return node.runtime.control().details(GROUP);
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  private static ControlError error(CompletionStage<?> stage) throws Exception {
    try {
      stage.toCompletableFuture().get(LONG.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      assertThat(failed.getCause()).isInstanceOf(ControlException.class).hasMessageContaining(":");
      return ((ControlException) failed.getCause()).error();
    }
    throw new AssertionError("it was carried out");
  }

  private static void awaitSeen(TestNode one, int members) {
    await().atMost(LONG).until(() -> details(one).nodes().size() == members);
    await().atMost(LONG).until(() -> details(one).version().isPresent());
  }

  @Test
  void a_node_that_is_named_before_it_is_known_gets_the_group_once_it_is() throws Exception {
    DyingEngine engine = new DyingEngine();
    TestNode one = started(operated("n1").on(engine));
    awaitSeen(one, 1);
    get(commands(one).bePrimary());
    TestNode two = operated("n2").create();
    nodes.add(two);
    engine.hide(two.view().node().incarnation());
    two.runtime.start();
    await().atMost(LONG).until(() -> details(two).primary().isPresent());

    Optional<String> before = details(one).version();

    CompletionStage<?> command = commands(two).bePrimary();
    await().atMost(LONG).until(() -> !details(one).version().equals(before));
    assertThat(one.knows("n2")).isFalse();
    assertThat(one.isPrimary()).isTrue();
    engine.hideNothing();

    get(command);
    assertThat(two.isPrimary()).isTrue();
  }

  /** Two nodes that see each other and the group, and are nothing. */
  private List<TestNode> pair() {
    TestNode one = started(operated("n1"));
    TestNode two = started(operated("n2"));
    awaitSeen(one, 2);
    awaitSeen(two, 2);
    return List.of(one, two);
  }

  // ---- told what to be

  @Test
  @DisplayName("AT-2.1, S2.4, S2.5, S2.10, S2.11, S2.34: two nodes told by an operator")
  void nodes_become_what_they_are_told() throws Exception {
    List<TestNode> both = pair();
    TestNode one = both.get(0);
    TestNode two = both.get(1);
    assertThat(List.of(state(one), state(two))).containsOnly(HaState.NONE);
    assertThat(one.view().standing()).isEqualTo(GroupStanding.SUSPENDED);

    get(commands(one).bePrimary());
    assertThat(state(one)).isEqualTo(HaState.PRIMARY);
    assertThat(one.isPrimary()).isTrue();
    assertThat(state(two)).isEqualTo(HaState.NONE);

    await().atMost(LONG).until(() -> two.view().primary().isPresent());
    get(commands(two).beSecondary("n1"));
    assertThat(two.runtime.control().status())
        .returns(HaState.SECONDARY, HaStatus::state)
        .returns(List.of("n1"), status -> names(status.nodes()));
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> assertThat(names(one.runtime.control().status().nodes())).containsExactly("n2"));
    assertThat(two.view().standing()).isEqualTo(GroupStanding.MEMBER);
    assertThat(one.heard(NodeJoined.class))
        .extracting(joined -> joined.joined().id().name())
        .contains("n2");
    await().atMost(LONG).until(() -> !two.heard(SecondaryJoinResult.class).isEmpty());
    // the command is done when the role is; observers are told on the group's lane
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(two.heard(SecondaryInitialized.class))
                    .singleElement()
                    .returns(false, SecondaryInitialized::byCopy));
    assertThat(two.heard(SecondaryJoinResult.class))
        .singleElement()
        .returns(Optional.empty(), SecondaryJoinResult::error);
  }

  private static List<String> names(List<ClusterNode> nodes) {
    return nodes.stream().map(node -> node.id().name()).toList();
  }

  @Test
  @DisplayName("S2.31: a secondary that loses its primary is nothing, and elects nobody")
  void a_secondary_without_primary_is_nothing() throws Exception {
    List<TestNode> both = pair();
    get(commands(both.get(0)).bePrimary());
    TestNode two = both.get(1);
    await().atMost(LONG).until(() -> two.view().primary().isPresent());
    get(commands(two).beSecondary("n1"));

    both.get(0).close();

    await().atMost(LONG).until(() -> state(two) == HaState.NONE);
    assertThat(two.view().standing()).isEqualTo(GroupStanding.SUSPENDED);
    assertThat(two.gate().tryEnter(0)).isNull();
    get(commands(two).bePrimary());
    assertThat(two.isPrimary()).isTrue();
  }

  @Test
  @DisplayName("S2.8, S2.20: a primary told to be nothing gives the role up and takes nothing")
  void a_primary_can_be_told_to_be_nothing() throws Exception {
    TestNode one = pair().get(0);
    get(commands(one).bePrimary());

    get(commands(one).beNone());

    await().atMost(LONG).until(() -> state(one) == HaState.NONE);
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(one.heard(NodeRoleChanged.class))
                    .last()
                    .returns(NodeRole.SECONDARY, NodeRoleChanged::current)
                    .returns(RoleChangeCause.OPERATOR, NodeRoleChanged::cause)
                    .returns(GroupStanding.SUSPENDED, NodeRoleChanged::standing));
    assertThat(details(one).candidate()).isEmpty();
  }

  @Test
  @DisplayName("AT-2.9, S2.27: a primary that restarts is nothing until it is told again")
  void a_restarted_primary_starts_as_nothing() throws Exception {
    List<TestNode> both = pair();
    get(commands(both.get(0)).bePrimary());
    both.get(0).close();
    TestNode again = started(operated("n1"));
    awaitSeen(again, 2);

    assertThat(again.heard(NodeRoleChanged.class))
        .singleElement()
        .returns(true, NodeRoleChanged::isInitial)
        .returns(NodeRole.SECONDARY, NodeRoleChanged::current)
        .returns(GroupStanding.JOINING, NodeRoleChanged::standing);
    await().atMost(LONG).until(() -> again.view().standing() == GroupStanding.SUSPENDED);
    assertThat(state(again)).isEqualTo(HaState.NONE);
  }

  @Test
  @DisplayName("S2.43: being told to be primary takes the role over gracefully, never twice held")
  void be_primary_takes_over_from_a_live_primary() throws Exception {
    List<TestNode> both = pair();
    TestNode one = both.get(0);
    TestNode two = both.get(1);
    get(commands(one).bePrimary());
    long term = one.view().requirePrimary().term();
    await().atMost(LONG).until(() -> two.view().primary().isPresent());

    get(commands(two).bePrimary());

    assertThat(one.isPrimary()).isFalse();
    assertThat(two.view().requirePrimary().term()).isEqualTo(term + 1);
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(one.heard(NodeRoleChanged.class))
                    .last()
                    .returns(RoleChangeCause.SWITCHOVER, NodeRoleChanged::cause));
    // whoever handed it over by choice follows
    await().atMost(LONG).until(() -> state(one) == HaState.SECONDARY);
  }

  @Test
  @DisplayName("S2.43: any node carries out what is said about another one")
  void a_node_is_promoted_from_elsewhere() throws Exception {
    List<TestNode> both = pair();
    get(commands(both.get(0)).promote("n2"));
    assertThat(details(both.get(0)).primary()).map(p -> p.id().name()).contains("n2");
    await().atMost(LONG).until(both.get(1)::isPrimary);

    get(commands(both.get(1)).switchover("n1"));
    await().atMost(LONG).until(both.get(0)::isPrimary);
    assertThat(error(commands(both.get(0)).promote("n9"))).isEqualTo(ControlError.BAD_NAME);
  }

  @Test
  @DisplayName("AT-1.5, S1.14: failover on a secondary takes over, on the primary it yields")
  void failover_on_a_secondary_takes_over() throws Exception {
    TestNode one = started(node(cluster, "n1"));
    await().atMost(LONG).until(one::isPrimary);
    TestNode two = started(node(cluster, "n2"));
    awaitSeen(two, 2);
    await().atMost(LONG).until(() -> one.view().nodes().size() == 2);

    get(commands(two).failover());
    assertThat(two.isPrimary()).isTrue();
    assertThat(one.isPrimary()).isFalse();

    get(commands(two).failover());
    await().atMost(LONG).until(one::isPrimary);
    await().atMost(LONG).until(() -> two.heard(NodeRoleChanged.class).size() == 3);
    assertThat(two.heard(NodeRoleChanged.class))
        .extracting(NodeRoleChanged::current)
        .containsExactly(NodeRole.SECONDARY, NodeRole.PRIMARY, NodeRole.SECONDARY);
  }

  // ---- who may

  @Test
  @DisplayName("AT-2.2, S2.1, S2.2: a second controller evicts the first and resets the secret")
  void a_second_controller_evicts_the_first() throws Exception {
    List<TestNode> both = pair();
    TestNode one = both.get(0);
    Controller first = one.runtime.control().connect(SECRET);
    get(first.group().bePrimary());
    GroupControl kept = first.group();

    Controller second = one.runtime.control().connect(OTHER);

    assertThat(first.isInCommand()).isFalse();
    assertThat(second.isInCommand()).isTrue();
    assertThatThrownBy(first::group)
        .isInstanceOfSatisfying(
            ControlException.class,
            lost -> assertThat(lost.error()).isEqualTo(ControlError.CONTROL_LOST));
    assertThat(error(kept.stepDown())).isEqualTo(ControlError.CONTROL_LOST);
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(one.heard(ControlTaken.class))
                    .extracting(ControlTaken::evicted)
                    .containsExactly(false, true));
    TestNode two = both.get(1);
    awaitAllSaid(one, two);
    assertThat(error(commands(two).beSecondary("n1"))).isEqualTo(ControlError.BAD_TOKEN);
    assertThat(ControlError.BAD_TOKEN.code()).isEqualTo(28);
    assertThat(state(two)).isEqualTo(HaState.NONE);
    get(two.runtime.control().connect(OTHER).group().beSecondary("n1"));
  }

  /** The proof of the other secret has to arrive: with what is said after it. */
  private static void awaitAllSaid(TestNode one, TestNode two) throws Exception {
    get(one.view().attributes(NodeAttributes.of(Map.of("said", "all"))));
    await()
        .atMost(LONG)
        .until(
            () ->
                two.view()
                    .primary()
                    .filter(primary -> "all".equals(primary.attributes().get("said")))
                    .isPresent());
  }

  @Test
  @DisplayName("S2.1, S2.3: a secret that is configured is the only one that connects")
  void only_the_configured_secret_connects() {
    TestNode one = started(operated("n1").with("primacy.control.secret", SECRET));

    for (String wrong : List.of(OTHER, "", "short", SECRET + " ")) {
      assertThatThrownBy(() -> one.runtime.control().connect(wrong))
          .isInstanceOfSatisfying(
              ControlException.class,
              refused -> assertThat(refused.error()).isEqualTo(ControlError.BAD_TOKEN))
          .hasMessageNotContaining(SECRET);
    }
    assertThat(one.runtime.control().connect(SECRET).isInCommand()).isTrue();
  }

  @Test
  @DisplayName("AT-2.5, S2.12: before the start every command is refused, and status says NONE")
  void nothing_but_status_works_before_the_start() {
    TestNode one = operated("n1").create();
    nodes.add(one);

    assertThat(one.runtime.control().status()).isEqualTo(new HaStatus(HaState.NONE, List.of()));
    assertThatThrownBy(() -> one.runtime.control().connect(SECRET))
        .isInstanceOfSatisfying(
            ControlException.class, refused -> assertThat(refused.error().code()).isEqualTo(17));
  }

  @Test
  @DisplayName("AT-1.6: standalone there is nothing to fail over, and no event")
  void standalone_there_is_nothing_to_command() throws Exception {
    List<ClusterEvent> heard = new CopyOnWriteArrayList<>();
    try (PrimacyRuntime alone = standalone(heard)) {
      alone.start();
      await().atMost(LONG).until(() -> !heard.isEmpty());
      List<ClusterEvent> before = List.copyOf(heard);
      Controller controller = alone.control().connect(SECRET);

      assertThatThrownBy(controller::group)
          .isInstanceOfSatisfying(
              ControlException.class,
              refused -> assertThat(refused.error()).isEqualTo(ControlError.BAD_STATE));
      assertThat(alone.control().status().state()).isEqualTo(HaState.NONE);
      assertThat(alone.control().nodeState("default").connection())
          .isEqualTo(NodeState.Connection.NOT_APPLICABLE);
      assertThat(heard).isEqualTo(before);
    }
  }

  private static PrimacyRuntime standalone(List<ClusterEvent> heard) {
    return PrimacyRuntimes.create(
        RuntimeSetup.of("alone")
            .withSource(new MapSettings(Map.of()))
            .withSink(
                event -> {
                  heard.add(event);
                  return DeliveryReport.CLEAN;
                }));
  }

  @Test
  @DisplayName("S2.13: while the maintenance lock is held no role is changed by choice")
  void a_maintenance_lock_keeps_roles() throws Exception {
    List<TestNode> both = pair();
    Controller controller = both.get(0).runtime.control().connect(SECRET);
    MaintenanceLock lock = controller.lockForMaintenance("schema 4");

    assertThat(error(controller.group().bePrimary())).isEqualTo(ControlError.UPGRADE_IN_PROGRESS);
    assertThat(ControlError.UPGRADE_IN_PROGRESS.code()).isEqualTo(47);
    assertThatThrownBy(() -> controller.lockForMaintenance("again"))
        .isInstanceOf(ControlException.class);
    CompletionStage<Void> named = commands(both.get(1)).promote("n1");
    await().atMost(LONG).until(() -> details(both.get(0)).candidate().isPresent());
    assertThat(both.get(0).isPrimary()).isFalse();
    // a command that fails does not take back what another one said
    assertThat(error(commands(both.get(1)).expecting("stale").promote("n1")))
        .isEqualTo(ControlError.STALE_VERSION);

    lock.close();

    get(named);
    await().atMost(LONG).until(both.get(0)::isPrimary);
  }

  // ---- joins that fail

  @Test
  @DisplayName("AT-2.3, S2.6, S2.21: a join says by number why it failed, and changes nothing")
  void joins_fail_by_number() throws Exception {
    TestNode one = started(operated("n1"));
    TestNode two = started(operated("n2"));
    awaitSeen(two, 2);
    assertThat(error(commands(two).beSecondary("n1"))).isEqualTo(ControlError.CONNECT);
    get(commands(one).bePrimary());
    await().atMost(LONG).until(() -> two.view().primary().isPresent());

    assertThat(error(commands(two).beSecondary("n3"))).isEqualTo(ControlError.BAD_NAME);
    assertThat(error(commands(one).beSecondary("n2"))).isEqualTo(ControlError.BAD_STATE);

    await().atMost(LONG).until(() -> two.heard(SecondaryJoinResult.class).size() == 2);
    assertThat(two.heard(SecondaryJoinResult.class))
        .extracting(result -> result.error().orElseThrow().code())
        .containsExactly(25, 29);
    assertThat(state(two)).isEqualTo(HaState.NONE);
  }

  @Test
  @DisplayName("AT-2.3: nodes with other settings do not join")
  void a_join_with_other_settings_fails() throws Exception {
    TestNode one = started(operated("n1"));
    awaitSeen(one, 1);
    get(commands(one).bePrimary());
    TestNode two = started(node(cluster, "n2").with("primacy.election", "rule-based"));
    await().atMost(LONG).until(() -> details(two).version().isPresent());

    assertThat(error(commands(two).beSecondary("n1")).code()).isEqualTo(69);
  }

  private static final class Copier implements SecondaryInitializer {
    private final String schema;
    private final String version;
    final CountDownLatch copying = new CountDownLatch(1);
    final CountDownLatch mayEnd = new CountDownLatch(1);
    volatile boolean interrupted;

    Copier(String schema, String version) {
      this.schema = schema;
      this.version = version;
    }

    @Override
    public String schema() {
      return schema;
    }

    @Override
    public StateVersion here(String group) {
      return new StateVersion(version);
    }

    @Override
    public StateVersion at(String group, ClusterNode primary) {
      return new StateVersion("7");
    }

    @Override
    public void copy(String group, ClusterNode primary) throws Exception {
      copying.countDown();
      try {
        mayEnd.await();
      } catch (InterruptedException givenUp) {
        interrupted = true;
        throw givenUp;
      }
    }
  }

  private List<TestNode> pairWith(Copier one, Copier two) throws Exception {
    TestNode first = started(operated("n1").copyingBy(one));
    TestNode second = started(operated("n2").copyingBy(two));
    awaitSeen(first, 2);
    awaitSeen(second, 2);
    get(commands(first).bePrimary());
    await().atMost(LONG).until(() -> second.view().primary().isPresent());
    return List.of(first, second);
  }

  @Test
  @DisplayName("S2.5, S2.18: a join waits for the copy, and says that there was one")
  void a_join_waits_for_the_copy() throws Exception {
    Copier copier = new Copier("v1", "3");
    TestNode two = pairWith(new Copier("v1", "7"), copier).get(1);

    CompletionStage<Void> joined = commands(two).beSecondary("n1");
    assertThat(copier.copying.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(joined.toCompletableFuture()).isNotDone();
    assertThat(state(two)).isEqualTo(HaState.NONE);
    copier.mayEnd.countDown();
    get(joined);

    assertThat(state(two)).isEqualTo(HaState.SECONDARY);
    // the command is done when the role is; observers are told on the group's lane
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(two.heard(SecondaryInitialized.class))
                    .singleElement()
                    .returns(true, SecondaryInitialized::byCopy));
  }

  @Test
  @DisplayName("S2.33: equal state is not copied")
  void equal_state_is_not_copied() throws Exception {
    Copier same = new Copier("v1", "7");
    TestNode two = pairWith(new Copier("v1", "7"), same).get(1);

    get(commands(two).beSecondary("n1"));

    assertThat(same.copying.getCount()).isOne();
    // the command is done when the role is; observers are told on the group's lane
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(two.heard(SecondaryInitialized.class))
                    .singleElement()
                    .returns(false, SecondaryInitialized::byCopy));
  }

  @Test
  @DisplayName("AT-2.3: another schema is refused before anything is copied")
  void another_schema_is_refused() throws Exception {
    Copier copier = new Copier("v2", "3");
    TestNode two = pairWith(new Copier("v1", "7"), copier).get(1);

    assertThat(error(commands(two).beSecondary("n1")).code()).isEqualTo(27);
    assertThat(copier.copying.getCount()).isOne();
  }

  @Test
  @DisplayName("AT-2.3: a primary that goes during the copy ends the join, and the copy")
  void a_primary_that_goes_ends_the_copy() throws Exception {
    Copier copier = new Copier("v1", "3");
    List<TestNode> both = pairWith(new Copier("v1", "7"), copier);
    CompletionStage<Void> joined = commands(both.get(1)).beSecondary("n1");
    assertThat(copier.copying.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();

    both.get(0).close();

    assertThat(error(joined).code()).isEqualTo(26);
    await().atMost(LONG).until(() -> copier.interrupted);
    assertThat(state(both.get(1))).isEqualTo(HaState.NONE);
  }

  // ---- the dead

  @Test
  @DisplayName("AT-2.7, S2.9: a node declared dead is gone once, after its lease was waited out")
  void a_dead_node_is_declared_so() throws Exception {
    TestNode one = started(operated("n1"));
    DyingEngine engine = new DyingEngine();
    TestNode two = started(operated("n2").on(engine));
    awaitSeen(one, 2);
    engine.die();

    get(commands(one).declareDead("n2"));
    get(commands(one).declareDead("n2"));

    await().atMost(LONG).until(() -> !one.heard(NodeLeft.class).isEmpty());
    assertThat(one.heard(NodeLeft.class))
        .singleElement()
        .returns("n2", left -> left.left().id().name())
        .returns(NodeLeftCause.DECLARED_DEAD, NodeLeft::cause);
    assertThat(two.isPrimary()).isFalse();
  }

  @Test
  @DisplayName("S2.9: a node that lives is not declared dead")
  void a_live_node_is_not_dead() throws Exception {
    TestNode one = pair().get(0);

    assertThat(error(commands(one).declareDead("n2"))).isEqualTo(ControlError.BAD_STATE);
    assertThat(error(commands(one).declareDead("n1"))).isEqualTo(ControlError.BAD_STATE);
    assertThat(one.heard(NodeLeft.class)).isEmpty();
  }

  // ---- the record

  @Test
  @DisplayName("T2: a command for another version of the group is refused, so none is replayed")
  void a_stale_version_is_refused() throws Exception {
    TestNode one = pair().get(0);
    GroupControl commands = commands(one);
    String version = details(one).version().orElseThrow();

    GroupDetails frozen = get(commands.expecting(version).freeze(true));
    assertThat(frozen.frozen()).isTrue();
    assertThat(frozen.version()).isPresent().isNotEqualTo(Optional.of(version));

    GroupControl replayed = commands.expecting(version);
    assertThat(error(replayed.freeze(false))).isEqualTo(ControlError.STALE_VERSION);
    assertThat(error(replayed.bePrimary())).isEqualTo(ControlError.STALE_VERSION);
    assertThat(error(replayed.beNone())).isEqualTo(ControlError.STALE_VERSION);
    assertThat(error(replayed.declareDead("n2"))).isEqualTo(ControlError.STALE_VERSION);
    assertThat(error(commands.bePrimary())).isEqualTo(ControlError.BAD_STATE);
    assertThat(get(commands.freeze(false)).frozen()).isFalse();
    get(commands.bePrimary());
  }

  @Test
  @DisplayName("AT-2.19, S2.35: an operator's read-only outlives a change of roles")
  void read_only_is_the_groups_and_not_the_nodes() throws Exception {
    List<TestNode> both = pair();
    TestNode one = both.get(0);
    GroupDetails details = get(commands(both.get(1)).readOnly(true));
    assertThat(details.readOnly().configured()).isTrue();
    assertThat(details.readOnly().imposed()).isFalse();

    get(commands(one).bePrimary());
    await().atMost(LONG).until(() -> one.gate().refusal().reason() == RefusalReason.READ_ONLY);
    assertThatThrownBy(one.view()::requirePrimary).hasMessageContaining("PRIMACY-2004");

    get(commands(both.get(1)).readOnly(false));
    await().atMost(LONG).until(() -> !details(one).readOnly().isReadOnly());
    assertThat(one.view().requirePrimary().term()).isOne();
    assertThat(both.get(1).isPrimary()).isFalse();
  }

  // ---- what is seen

  @Test
  @DisplayName("S1.9, S1.10, S2.47: a node shows how it stands, for itself alone")
  void a_node_shows_how_it_stands() throws Exception {
    List<TestNode> both = pair();
    get(commands(both.get(0)).bePrimary());
    await().atMost(LONG).until(() -> both.get(1).view().primary().isPresent());

    NodeState one = both.get(0).runtime.control().nodeState(GROUP);
    assertThat(one.role()).isEqualTo(NodeRole.PRIMARY);
    assertThat(one.connection()).isEqualTo(NodeState.Connection.CONNECTED);
    assertThat(one.lastHeartbeat()).isPresent();
    NodeState two = both.get(1).runtime.control().nodeState(GROUP);
    assertThat(two.role()).isEqualTo(NodeRole.SECONDARY);
    assertThat(two.lastHeartbeat()).isPresent();
    assertThat(two.lastChecked()).isPresent();
    assertThat(two.heartbeatChannel()).isEqualTo(NodeState.Channel.PUSH);
  }

  @Test
  @DisplayName("AT-1.10, S1.11: a node whose record was removed has no connection, and is refused")
  void a_node_whose_record_is_gone_has_no_connection() throws Exception {
    TestNode one = started(operated("n1").with("primacy.lease", "6s"));
    awaitSeen(one, 1);

    // an incarnation that dies young rests before the next one, so that this is to be seen
    try (BackDoor door = new BackDoor(cluster)) {
      door.remove(new RecordKey(RecordKind.NODE, one.view().node().incarnation().toString()));
    }

    await()
        .atMost(LONG)
        .until(
            () ->
                one.runtime.control().nodeState(GROUP).connection()
                    == NodeState.Connection.NOT_APPLICABLE);
    assertThat(one.gate().tryEnter(0)).isNull();
    assertThat(one.view().role()).isEqualTo(NodeRole.SECONDARY);
  }

  @Test
  @DisplayName("AT-2.17, S2.45: a passive node never leads, and handing over to it changes nothing")
  void a_passive_node_never_leads() throws Exception {
    TestNode one = started(node(cluster, "n1"));
    await().atMost(LONG).until(one::isPrimary);
    started(node(cluster, "n2").with("primacy.node.passive", "true"));
    awaitSeen(one, 2);

    assertThat(error(commands(one).switchover("n2"))).isEqualTo(ControlError.BAD_STATE);
    assertThat(error(commands(nodes.get(1)).bePrimary())).isEqualTo(ControlError.BAD_STATE);
    assertThat(one.isPrimary()).isTrue();
  }

  @Test
  @DisplayName("AT-2.4, S2.7: only a secondary becomes a relay")
  void only_a_secondary_relays() throws Exception {
    List<TestNode> both = pair();
    assertThat(error(commands(both.get(1)).beRelay()).code()).isEqualTo(17);
    get(commands(both.get(0)).bePrimary());
    assertThat(error(commands(both.get(0)).beRelay()).code()).isEqualTo(17);
    TestNode two = both.get(1);
    await().atMost(LONG).until(() -> two.view().primary().isPresent());
    get(commands(two).beSecondary("n1"));

    assertThat(error(commands(two).beRelay())).isEqualTo(ControlError.BIND);
    two.runtime.relayState().serve(true);

    get(commands(two).beRelay());
    assertThat(two.runtime.relayState().isRelay()).isTrue();

    assertThat(two.runtime.control().status().state().code()).isEqualTo(4);
    assertThat(two.view().role()).isEqualTo(NodeRole.SECONDARY);
    get(commands(two).bePrimary());
    assertThat(state(two)).isEqualTo(HaState.PRIMARY);
  }
}
