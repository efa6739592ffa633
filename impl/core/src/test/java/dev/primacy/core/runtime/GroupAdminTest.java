package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.NodeRole;
import dev.primacy.control.ControlError;
import dev.primacy.control.ControlException;
import dev.primacy.control.GroupAdmin;
import dev.primacy.control.GroupDetails;
import dev.primacy.event.NodeRoleChanged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Groups that an operator creates, joins and leaves. */
class GroupAdminTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final String cluster = "a-" + UUID.randomUUID();
  private final List<TestNode> nodes = new ArrayList<>();

  @AfterEach
  void closeAll() {
    nodes.forEach(TestNode::close);
  }

  private GroupAdmin started(String name) {
    TestNode node = node(cluster, name).start();
    nodes.add(node);
    return node.runtime.groupAdmin();
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  private static ControlError error(CompletionStage<?> stage) throws Exception {
    try {
      stage.toCompletableFuture().get(LONG.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      assertThat(failed.getCause()).isInstanceOf(ControlException.class);
      return ((ControlException) failed.getCause()).error();
    }
    throw new AssertionError("it was carried out");
  }

  private static ControlError error(Runnable call) {
    try {
      call.run();
    } catch (ControlException refused) {
      return refused.error();
    }
    throw new AssertionError("it was carried out");
  }

  @Test
  @DisplayName("S1.12, S1.13: who creates a group is its primary, who joins it is a secondary")
  void a_group_is_created_joined_and_left() throws Exception {
    GroupAdmin one = started("n1");
    GroupDetails created = get(one.create("stock"));
    assertThat(created.primary()).map(primary -> primary.id().name()).contains("n1");

    GroupAdmin two = started("n2");
    assertThat(get(two.join("stock")).group()).isEqualTo("stock");
    await()
        .atMost(LONG)
        .until(() -> nodes.get(0).runtime.control().details("stock").nodes().size() == 2);
    assertThat(error(two.create("stock"))).isEqualTo(ControlError.ALREADY_MEMBER);

    get(two.leave("stock"));
    assertThat(error(two.leave("stock"))).isEqualTo(ControlError.NOT_MEMBER);
    assertThatThrownBy(() -> nodes.get(1).runtime.control().details("stock"))
        .isInstanceOf(ControlException.class);
    assertThat(error(two.create("stock"))).isEqualTo(ControlError.BAD_STATE);
  }

  @Test
  @DisplayName("AT-1.11: create and join on a member are refused, and so is what is no name")
  void a_member_neither_creates_nor_joins() throws Exception {
    GroupAdmin one = started("n1");

    assertThat(error(one.create(TestNode.GROUP))).isEqualTo(ControlError.ALREADY_MEMBER);
    assertThat(error(one.join(TestNode.GROUP))).isEqualTo(ControlError.ALREADY_MEMBER);
    assertThat(error(one.leave(TestNode.GROUP))).isEqualTo(ControlError.BAD_STATE);
    assertThat(error(one.create("no name"))).isEqualTo(ControlError.BAD_REQUEST);
    assertThat(error(() -> one.preconfigure(TestNode.GROUP, Map.of("election", "operator"))))
        .isEqualTo(ControlError.ALREADY_MEMBER);
  }

  @Test
  @DisplayName("S1.13: a group is configured before it is joined; wrong settings are refused")
  void a_group_is_configured_in_advance() throws Exception {
    GroupAdmin one = started("n1");
    assertThat(error(() -> one.preconfigure("stock", Map.of())))
        .isEqualTo(ControlError.BAD_REQUEST);
    assertThat(error(() -> one.preconfigure("stock", Map.of("colour", "red"))))
        .isEqualTo(ControlError.BAD_REQUEST);
    assertThat(error(() -> one.preconfigure("stock", Map.of("election", "dice"))))
        .isEqualTo(ControlError.BAD_REQUEST);

    one.preconfigure("stock", Map.of("election", "operator"));

    GroupDetails created = get(one.create("stock"));
    assertThat(created.primary()).isPresent();
    assertThat(nodes.get(0).runtime.membership(TestNode.GROUP).group()).isEqualTo(TestNode.GROUP);
    assertThat(nodes.get(0).runtime.control().status("stock").state().code()).isEqualTo(3);
    assertThat(created.election()).isEqualTo("operator");
  }

  @Test
  void a_group_is_dropped_for_all_nodes_and_for_good() throws Exception {
    GroupAdmin one = started("n1");
    get(one.create("stock"));
    GroupAdmin two = started("n2");
    get(two.join("stock"));

    assertThat(error(two.drop("stock"))).isEqualTo(ControlError.BAD_STATE);
    assertThat(get(one.join("other")).group()).isEqualTo("other");
    assertThat(nodes.get(0).runtime.dynamicGroups().find("stock").orElseThrow().isPrimary())
        .isTrue();

    get(one.drop("stock"));

    assertThat(nodes.get(0).runtime.dynamicGroups().find("stock").orElseThrow().isPrimary())
        .isFalse();
    get(one.drop("stock"));
    get(two.drop("stock"));
    get(two.leave("stock"));
    assertThat(error(two.create("stock"))).isEqualTo(ControlError.BAD_STATE);
    assertThat(nodes.get(1).runtime.dynamicGroups().find("stock").orElseThrow().isPrimary())
        .isFalse();
  }

  @Test
  void a_group_is_created_anew_while_the_last_event_of_the_stay_before_is_still_delivered()
      throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    TestNode slow =
        node(cluster, "n1")
            .observing(
                event -> {
                  if (event instanceof NodeRoleChanged change
                      && change.current() == NodeRole.NOT_IN_GROUP) {
                    await().atMost(LONG).until(() -> goOn.getCount() == 0);
                  }
                })
            .start();
    nodes.add(slow);
    GroupAdmin one = slow.runtime.groupAdmin();
    get(one.create("stock"));
    get(one.leave("stock"));

    CompletionStage<GroupDetails> again = one.create("stock");
    try {
      assertThat(again.toCompletableFuture()).isNotDone();
    } finally {
      goOn.countDown();
    }

    assertThat(get(again).primary()).map(primary -> primary.id().name()).contains("n1");
  }

  @Test
  void a_group_that_was_not_dropped_is_not_left_frozen() throws Exception {
    GroupAdmin one = started("n1");
    GroupAdmin two = started("n2");
    get(one.create("stock"));

    assertThat(error(two.drop("stock"))).isEqualTo(ControlError.BAD_STATE);
    assertThat(error(two.drop("never-there"))).isEqualTo(ControlError.BAD_STATE);
    assertThat(error(two.drop("no name"))).isEqualTo(ControlError.BAD_REQUEST);

    GroupDetails seen = get(two.join("stock"));
    assertThat(seen.frozen()).isFalse();
    assertThat(seen.primary()).map(primary -> primary.id().name()).contains("n1");
  }
}
