package dev.primacy.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.primacy.ClusterNode;
import dev.primacy.GroupStanding;
import dev.primacy.NodeRole;
import dev.primacy.NotPrimaryException;
import dev.primacy.control.Controller;
import dev.primacy.control.HaState;
import dev.primacy.engine.memory.MemoryEngine;
import dev.primacy.engine.relay.RelayEngine;
import dev.primacy.event.NodeJoined;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.PrimaryChanged;
import dev.primacy.event.PrimaryLost;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.event.StandingChanged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Three nodes: two reach the store, and the third follows through the second. */
class FollowingTest {
  private static final String GROUP = "ledger";

  private final String cluster = "c-" + UUID.randomUUID().toString().substring(0, 8);
  private final String memory = "m-" + UUID.randomUUID();
  private final List<Node> nodes = new ArrayList<>();

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(10));
  }

  private Node member(String name, Map<String, String> more) throws Exception {
    Node node =
        Node.start(new MemoryEngine(), cluster, name, Map.of("primacy.memory.name", memory), more);
    nodes.add(node);
    return node;
  }

  private Node relay() throws Exception {
    return member(
        "n2",
        Map.of(
            "primacy.node.passive",
            "true",
            "primacy.relay.serve",
            "true",
            "primacy.relay.serve-token",
            RelayService.TOKEN));
  }

  private Node follower(String name, Node relay) throws Exception {
    return follower(name, relay.url("/primacy/relay"));
  }

  private Node follower(String name, String url) throws Exception {
    Node node =
        Node.start(
            new RelayEngine(),
            cluster,
            name,
            Map.of("primacy.relay.url", url, "primacy.relay.token", RelayService.TOKEN),
            Map.of());
    nodes.add(node);
    return node;
  }

  @AfterEach
  void close() throws Exception {
    for (int i = nodes.size() - 1; i >= 0; i--) {
      nodes.get(i).close();
    }
  }

  private static void beRelay(Node node) throws Exception {
    soon().until(() -> node.runtime.control().status(GROUP).state() == HaState.SECONDARY);
    try (Controller operator = node.runtime.control().connect(Node.SECRET)) {
      operator.group(GROUP).beRelay().toCompletableFuture().get();
    }
  }

  private static void assertRefuses(Node node) {
    assertThatThrownBy(() -> node.runtime.membership(GROUP).requirePrimary())
        .isInstanceOf(NotPrimaryException.class);
    assertThat(node.runtime.membership(GROUP).role()).isNotEqualTo(NodeRole.PRIMARY);
  }

  private static String primary(Node node) {
    return node.runtime
        .membership(GROUP)
        .primary()
        .map(ClusterNode::id)
        .map(id -> id.name())
        .orElse("none");
  }

  @Test
  @DisplayName("AT-2.4: n3 joins through the relay n2 and sees what n1 does, as a secondary only")
  void at_2_4_a_node_follows_through_a_relay() throws Exception {
    Node n1 = member("n1", Map.of());
    soon().until(() -> n1.role() == NodeRole.PRIMARY);
    Node n2 = relay();
    assertThat(n2.runtime.relayState().isServed()).isTrue();
    Node n3 = follower("n3", n2);
    soon().until(() -> n3.runtime.storeStatus().detail().contains("PRIMACY-3462"));
    assertThat(n3.standing()).isEqualTo(GroupStanding.JOINING);
    assertRefuses(n3);

    beRelay(n2);
    assertThat(n2.runtime.control().status(GROUP).state()).isEqualTo(HaState.RELAY);
    assertThat(n2.role()).isEqualTo(NodeRole.SECONDARY);
    soon().until(() -> n3.standing() == GroupStanding.RELAY && primary(n3).equals("n1"));
    assertThat(n3.role()).isEqualTo(NodeRole.SECONDARY);
    assertRefuses(n3);
    soon().until(() -> n3.joined().containsAll(List.of("n1", "n2", "n3")));
    soon().until(() -> n1.joined().contains("n3"));

    n1.runtime.membership(GROUP).stepDown().toCompletableFuture().get();
    soon().until(() -> n1.role() == NodeRole.SECONDARY);
    soon()
        .until(() -> n3.heard(PrimaryChanged.class).stream().anyMatch(e -> e.current().isEmpty()));
    assertRefuses(n3);
    soon().until(() -> n1.role() == NodeRole.PRIMARY);
    soon().until(() -> primary(n3).equals("n1"));

    n2.kill();
    soon().until(() -> n3.standing() == GroupStanding.SUSPENDED);
    soon()
        .untilAsserted(
            () ->
                assertThat(n3.heard(StandingChanged.class))
                    .extracting(StandingChanged::current, StandingChanged::cause)
                    .contains(tuple(GroupStanding.SUSPENDED, RoleChangeCause.LEASE_EXPIRED)));
    soon()
        .untilAsserted(
            () ->
                assertThat(n3.heard(PrimaryLost.class))
                    .last()
                    .returns("n1", lost -> lost.primary().id().name())
                    .returns(PrimaryLost.Reason.NO_TICK, PrimaryLost::reason));
    assertRefuses(n3);
    assertThat(n3.heard(NodeRoleChanged.class)).noneMatch(e -> e.current() == NodeRole.PRIMARY);
  }

  @Test
  void left_alone_with_its_relay_it_never_leads() throws Exception {
    Node n1 = member("n1", Map.of());
    soon().until(() -> n1.role() == NodeRole.PRIMARY);
    Node n2 = relay();
    beRelay(n2);
    Node n3 = follower("n3", n2);
    soon().until(() -> primary(n3).equals("n1"));
    n1.close();
    nodes.remove(n1);
    soon().until(() -> primary(n3).equals("none"));
    assertThat(n3.standing()).isEqualTo(GroupStanding.RELAY);
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(10))
        .until(() -> n3.role() == NodeRole.SECONDARY && primary(n3).equals("none"));
    assertRefuses(n3);
    assertThat(n3.heard(NodeRoleChanged.class)).noneMatch(e -> e.current() == NodeRole.PRIMARY);
  }

  @Test
  void a_relay_of_a_relay_is_refused() throws Exception {
    Node n1 = member("n1", Map.of());
    soon().until(() -> n1.role() == NodeRole.PRIMARY);
    Node n2 = relay();
    beRelay(n2);
    Node n3 =
        Node.start(
            new RelayEngine(),
            cluster,
            "n3",
            Map.of(
                "primacy.relay.url",
                n2.url("/primacy/relay"),
                "primacy.relay.token",
                RelayService.TOKEN),
            Map.of(
                "primacy.relay.serve", "always", "primacy.relay.serve-token", RelayService.TOKEN));
    nodes.add(n3);
    soon().until(() -> n3.standing() == GroupStanding.RELAY);
    assertThat(n3.runtime.relayState().isServed()).isFalse();
    Node n4 = follower("n4", n3);
    soon().until(() -> n4.runtime.storeStatus().detail().contains("PRIMACY-3463"));
    assertThat(n4.standing()).isEqualTo(GroupStanding.JOINING);
    assertRefuses(n4);
  }

  @Test
  void of_several_relays_the_next_one_is_followed_when_one_goes() throws Exception {
    Node n1 = member("n1", Map.of());
    soon().until(() -> n1.role() == NodeRole.PRIMARY);
    Node n2 = relay();
    Node other =
        member(
            "n5",
            Map.of(
                "primacy.node.passive",
                "true",
                "primacy.relay.serve",
                "always",
                "primacy.relay.serve-token",
                RelayService.TOKEN));
    beRelay(n2);
    Node n3 = follower("n3", n2.url("/primacy/relay") + ", " + other.url("/primacy/relay"));
    soon().until(() -> primary(n3).equals("n1"));
    UUID before = n3.runtime.membership(GROUP).node().incarnation();
    n2.kill();
    soon().until(() -> n3.runtime.storeStatus().detail().contains(other.url("")));
    soon().until(() -> n3.standing() == GroupStanding.RELAY);
    assertThat(n3.runtime.membership(GROUP).node().incarnation()).isEqualTo(before);
    n1.runtime.membership(GROUP).stepDown().toCompletableFuture().get();
    soon()
        .until(() -> n3.heard(PrimaryChanged.class).stream().anyMatch(e -> e.current().isEmpty()));
  }

  @Test
  void a_relay_of_another_cluster_in_the_list_is_passed_over() throws Exception {
    Node n1 = member("n1", Map.of());
    soon().until(() -> n1.role() == NodeRole.PRIMARY);
    Node n2 = relay();
    beRelay(n2);
    Node stranger =
        Node.start(
            new MemoryEngine(),
            "another",
            "stranger",
            Map.of("primacy.memory.name", memory + "-another"),
            Map.of(
                "primacy.relay.serve", "always", "primacy.relay.serve-token", RelayService.TOKEN));
    nodes.add(stranger);
    Node n3 = follower("n3", stranger.url("/primacy/relay") + ", " + n2.url("/primacy/relay"));
    soon().until(() -> n3.standing() == GroupStanding.RELAY && primary(n3).equals("n1"));
    assertThat(n3.runtime.storeStatus().detail()).contains(n2.url(""));
    assertThat(n3.joined()).doesNotContain("stranger");
  }

  @Test
  void a_follower_that_leaves_is_gone_at_once_and_the_relay_keeps_nothing_of_it() throws Exception {
    Node n1 = member("n1", Map.of());
    soon().until(() -> n1.role() == NodeRole.PRIMARY);
    Node n2 = relay();
    beRelay(n2);
    Node n3 = follower("n3", n2);
    soon().until(() -> n1.joined().contains("n3"));
    n3.close();
    nodes.remove(n3);
    soon().until(() -> n1.left().contains("n3"));
    assertThat(n3.heard(NodeJoined.class)).isNotEmpty();
  }
}
