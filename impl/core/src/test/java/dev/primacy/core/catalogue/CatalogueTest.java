package dev.primacy.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.NodeLifecycle;
import dev.primacy.NodeRole;
import dev.primacy.event.ApplicationStarted;
import dev.primacy.event.ApplicationStopped;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.EngineConnectionLost;
import dev.primacy.event.EngineConnectionRestored;
import dev.primacy.event.EngineLifecycle;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.EventId;
import dev.primacy.event.EventStatus;
import dev.primacy.event.GroupDropped;
import dev.primacy.event.GroupLifecycle;
import dev.primacy.event.LifecycleEvent;
import dev.primacy.event.LifecycleState;
import dev.primacy.event.NodeAttributeAdded;
import dev.primacy.event.NodeJoined;
import dev.primacy.event.NodeLeft;
import dev.primacy.event.NodeLeftCause;
import dev.primacy.event.NodeLifecycleChanged;
import dev.primacy.event.NodeReady;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeUpdated;
import dev.primacy.event.NodesSettled;
import dev.primacy.event.RawEngineEvent;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.event.StandingChanged;
import dev.primacy.event.StateInvalidated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What follows from what. */
class CatalogueTest {
  private static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");
  private static final NodeId SELF = new NodeId("n1", UUID.randomUUID());
  private static final NodeId PEER = new NodeId("n2", UUID.randomUUID());
  private static final FencingToken TOKEN = new FencingToken(UUID.randomUUID(), 41);

  private final Catalogue catalogue =
      new Catalogue("shop", Optional.of("memory"), Set.of("ledger", "orders"));

  private static NodeRoleChanged role(
      String group, Optional<NodeRole> before, NodeRole now, GroupStanding standing) {
    Optional<FencingToken> token = Optional.of(TOKEN).filter(t -> now == NodeRole.PRIMARY);
    return new NodeRoleChanged(
        group, SELF, 1, before, now, standing, token, RoleChangeCause.STARTED, AT);
  }

  private static StandingChanged standing(GroupStanding before, GroupStanding now) {
    return new StandingChanged("ledger", SELF, 1, before, now, RoleChangeCause.STARTED, AT);
  }

  private static ClusterNode node(NodeLifecycle lifecycle, Map<String, String> attributes) {
    return new ClusterNode(
        PEER, Optional.empty(), Set.of(), 0, false, lifecycle, attributes, Optional.empty());
  }

  private List<LifecycleState> states(ClusterEvent... events) {
    return List.of(events).stream()
        .flatMap(event -> catalogue.after(event).stream())
        .filter(LifecycleEvent.class::isInstance)
        .map(event -> ((LifecycleEvent) event).state())
        .toList();
  }

  private static int number(Class<?> type) {
    return type.getAnnotation(EventId.class).value();
  }

  @Test
  @DisplayName("S3.2, S3.11: 1001 tells where this node's part in a group is, once per change")
  void a_groups_life_follows_from_its_standing() {
    assertThat(number(GroupLifecycle.class)).isEqualTo(1001);
    assertThat(
            states(
                role("ledger", Optional.empty(), NodeRole.SECONDARY, GroupStanding.JOINING),
                standing(GroupStanding.JOINING, GroupStanding.MEMBER),
                role(
                    "ledger",
                    Optional.of(NodeRole.SECONDARY),
                    NodeRole.PRIMARY,
                    GroupStanding.MEMBER),
                standing(GroupStanding.MEMBER, GroupStanding.SUSPENDED),
                standing(GroupStanding.SUSPENDED, GroupStanding.MEMBER),
                new GroupDropped("ledger", SELF, 1, AT),
                standing(GroupStanding.MEMBER, GroupStanding.LEFT)))
        .containsExactly(
            LifecycleState.NEW,
            LifecycleState.ACTIVE,
            LifecycleState.ERROR,
            LifecycleState.ACTIVE,
            LifecycleState.TERMINATED);
  }

  @Test
  @DisplayName(
      "S3.3, S3.10: every event has an origin, a status and the time of what it follows from")
  void every_event_has_an_origin_a_status_and_a_time() {
    EnvelopedEvent suspended =
        catalogue.after(standing(GroupStanding.MEMBER, GroupStanding.SUSPENDED)).get(0);
    assertThat(suspended.envelope().origin()).isEqualTo("ledger");
    assertThat(suspended.envelope().status()).isEqualTo(EventStatus.ERROR);
    assertThat(suspended.envelope().occurredAt()).contains(AT);
    assertThat(catalogue.started().get(0).envelope().status()).isEqualTo(EventStatus.NO_CACHE);
    assertThat(EventStatus.values())
        .extracting(Enum::name)
        .containsExactly("IN_PROGRESS", "CACHED", "ERROR", "NO_CACHE");
  }

  @Test
  @DisplayName("S3.2, S3.11: 1051 tells where a node is")
  void a_nodes_life_follows_from_what_is_seen_of_it() {
    assertThat(number(NodeLifecycleChanged.class)).isEqualTo(1051);
    ClusterNode up = node(NodeLifecycle.UP, Map.of());
    ClusterNode leaving = node(NodeLifecycle.LEAVING, Map.of());
    assertThat(
            states(
                new NodeJoined(SELF, 1, up, AT),
                new NodeUpdated(SELF, 1, up, up, AT),
                new NodeUpdated(SELF, 2, up, leaving, AT),
                new NodeLeft(SELF, 1, leaving, NodeLeftCause.LEFT, AT),
                new NodeLeft(SELF, 2, up, NodeLeftCause.EXPELLED, AT)))
        .containsExactly(
            LifecycleState.ACTIVE,
            LifecycleState.READY,
            LifecycleState.TERMINATED,
            LifecycleState.ERROR);
    assertThat(catalogue.after(new NodeJoined(SELF, 1, up, AT)).get(0).envelope().origin())
        .isEqualTo("n2");
  }

  @Test
  @DisplayName(
      "S3.2, S3.11: 1052 tells where the engine is, and 1102 became 3023 EngineConnectionLost")
  void the_engines_life_follows_from_its_connection() {
    assertThat(number(EngineLifecycle.class)).isEqualTo(1052);
    assertThat(number(EngineConnectionLost.class)).isEqualTo(3023);
    EngineConnectionLost lost = new EngineConnectionLost(SELF, 1, "refused", AT);
    assertThat(states(lost, new EngineConnectionRestored(SELF, 1, Duration.ofSeconds(1), AT)))
        .containsExactly(LifecycleState.ERROR, LifecycleState.ACTIVE);
    assertThat(catalogue.after(lost).get(0).envelope().origin()).isEqualTo("memory");
    assertThat(new Catalogue("shop", Optional.empty(), Set.of()).after(lost)).isEmpty();
  }

  @Test
  @DisplayName("S3.2, S3.11: 1075 tells of an application's start and stop")
  void an_applications_start_and_stop_are_told() {
    assertThat(number(ApplicationStarted.class)).isEqualTo(1075);
    catalogue.after(role("ledger", Optional.empty(), NodeRole.SECONDARY, GroupStanding.JOINING));
    assertThat(catalogue.started())
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("ApplicationStarted", "EngineLifecycle");
    assertThat(catalogue.stopping())
        .extracting(event -> event.getClass().getSimpleName() + " " + event.envelope().origin())
        .containsExactly(
            "GroupLifecycle ledger", "EngineLifecycle memory", "ApplicationStopped shop");
    assertThat(ApplicationStopped.class).hasAnnotation(EventId.class);
    assertThat(catalogue.after(standing(GroupStanding.MEMBER, GroupStanding.LEFT))).isEmpty();
  }

  @Test
  @DisplayName("S3.2: 1076 tells once that the first role of every group is known")
  void readiness_is_told_once() {
    assertThat(number(NodeReady.class)).isEqualTo(1076);
    NodeRoleChanged ledger =
        role("ledger", Optional.empty(), NodeRole.SECONDARY, GroupStanding.JOINING);
    NodeRoleChanged orders =
        role("orders", Optional.empty(), NodeRole.SECONDARY, GroupStanding.JOINING);
    NodeRoleChanged later =
        role("later", Optional.empty(), NodeRole.SECONDARY, GroupStanding.JOINING);
    assertThat(catalogue.after(ledger)).noneMatch(NodeReady.class::isInstance);
    assertThat(catalogue.after(later)).noneMatch(NodeReady.class::isInstance);
    assertThat(catalogue.after(orders))
        .filteredOn(NodeReady.class::isInstance)
        .singleElement()
        .satisfies(ready -> assertThat(ready.envelope().origin()).isEqualTo("n1"));
    assertThat(catalogue.after(orders)).noneMatch(NodeReady.class::isInstance);
  }

  @Test
  @DisplayName("S3.2: 1111 tells of an attribute that a node did not have")
  void an_added_attribute_is_told() {
    assertThat(number(NodeAttributeAdded.class)).isEqualTo(1111);
    ClusterNode before = node(NodeLifecycle.UP, Map.of("zone", "a"));
    ClusterNode now = node(NodeLifecycle.UP, Map.of("zone", "b", "rack", "7"));
    assertThat(catalogue.after(new NodeUpdated(SELF, 1, before, now, AT)))
        .singleElement()
        .satisfies(
            event -> {
              NodeAttributeAdded added = (NodeAttributeAdded) event;
              assertThat(added.attribute()).isEqualTo("rack");
              assertThat(added.value()).isEqualTo("7");
              assertThat(added.of()).isEqualTo(now);
            });
    assertThat(catalogue.after(new NodeUpdated(SELF, 2, now, before, AT))).isEmpty();
  }

  @Test
  @DisplayName(
      "S3.2: 1112 is NodeRoleChanged, and 1113, for a data set or its source, tells the new primary that its caches are stale")
  void a_takeover_invalidates_state() {
    assertThat(number(NodeRoleChanged.class)).isEqualTo(1112);
    assertThat(number(StateInvalidated.class)).isEqualTo(1113);
    assertThat(
            catalogue.after(
                role(
                    "ledger",
                    Optional.of(NodeRole.SECONDARY),
                    NodeRole.PRIMARY,
                    GroupStanding.MEMBER)))
        .filteredOn(StateInvalidated.class::isInstance)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(((StateInvalidated) event).token()).isEqualTo(TOKEN);
              assertThat(event.envelope().origin()).isEqualTo("ledger");
            });
    assertThat(
            catalogue.after(
                role(
                    "ledger",
                    Optional.of(NodeRole.PRIMARY),
                    NodeRole.SECONDARY,
                    GroupStanding.MEMBER)))
        .isEmpty();
  }

  @Test
  @DisplayName("S3.2: 1101 is NodesSettled, from which nothing follows")
  void what_has_its_own_event_is_not_told_twice() {
    assertThat(number(NodesSettled.class)).isEqualTo(1101);
    assertThat(number(RawEngineEvent.class)).isEqualTo(1116);
  }
}
