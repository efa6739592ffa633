package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.control.Alarm;
import dev.primacy.control.AlarmKind;
import dev.primacy.event.AlarmCleared;
import dev.primacy.event.AlarmRaised;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.EngineConnectionLost;
import dev.primacy.event.EngineConnectionRestored;
import dev.primacy.event.HealthChecked;
import dev.primacy.event.Heartbeat;
import dev.primacy.event.InactivityCheck;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.OperationalEvent;
import dev.primacy.event.PrimaryLost;
import dev.primacy.event.RoleChangeCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What nodes tell of what is wrong, and of being alive. */
class AlarmsTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final String cluster = "al-" + UUID.randomUUID();
  private final List<TestNode> nodes = new ArrayList<>();
  private final CountDownLatch blocker = new CountDownLatch(1);
  private final LogBook log = new LogBook();

  @AfterEach
  void closeAll() {
    blocker.countDown();
    nodes.forEach(TestNode::close);
    log.close();
  }

  private TestNode started(TestNode.Builder builder) {
    TestNode node = builder.start();
    nodes.add(node);
    return node;
  }

  private static void awaitPrimary(TestNode node) {
    await().atMost(LONG).until(node::isPrimary);
  }

  private static List<String> active(TestNode node) {
    return node.runtime.alarms().active().stream().map(AlarmsTest::name).toList();
  }

  private static String name(Alarm alarm) {
    return alarm.kind().wireName() + " " + alarm.subject();
  }

  /** Raised and cleared in turn, each cleared one as it was raised, and numbered without gaps. */
  private static List<String> told(TestNode node) {
    Map<String, Alarm> open = new HashMap<>();
    List<String> told = new ArrayList<>();
    for (OperationalEvent event : node.heard(OperationalEvent.class)) {
      if (event instanceof AlarmRaised raised) {
        assertThat(open.put(name(raised.alarm()), raised.alarm())).isNull();
        told.add("raised " + name(raised.alarm()));
      } else if (event instanceof AlarmCleared cleared) {
        assertThat(open.remove(name(cleared.alarm()))).isEqualTo(cleared.alarm());
        told.add("cleared " + name(cleared.alarm()));
      }
    }
    assertNumbered(node.heard(AlarmRaised.class));
    assertNumbered(node.heard(AlarmCleared.class));
    return told;
  }

  private static void assertNumbered(List<? extends ClusterEvent> events) {
    assertThat(events.stream().map(ClusterEvent::seq).toList())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
  }

  @Test
  @DisplayName("S2.15, S2.25, S2.39: a primary that is cut off, as it and a secondary tell it")
  void a_primary_that_is_cut_off_is_told_by_both_sides_and_its_return_too() {
    DyingEngine engine = new DyingEngine();
    TestNode one = started(node(cluster, "n1").on(engine));
    awaitPrimary(one);
    TestNode two = started(node(cluster, "n2").with("primacy.node.passive", "true"));
    await().atMost(LONG).until(() -> two.view().primary().isPresent());

    engine.die();

    await().atMost(LONG).until(() -> active(one).contains("ha-quorum-lost memory"));
    await().atMost(LONG).until(() -> active(two).contains("ha-primary-down ledger"));
    assertThat(two.runtime.alarms().active().get(0).text())
        .isEqualTo("group ledger has no primary: n1 fell silent, and its lease was waited out");
    await().atMost(LONG).until(() -> two.heard(PrimaryLost.class).size() == 1);
    PrimaryLost lost = two.heard(PrimaryLost.class).get(0);
    assertThat(lost.reason()).isEqualTo(PrimaryLost.Reason.NO_TICK);
    assertThat(lost.primary().id().name()).isEqualTo("n1");
    await().until(() -> one.heard(EngineConnectionLost.class).size() == 1);

    engine.revive();

    awaitPrimary(one);
    await().atMost(LONG).until(() -> active(one).isEmpty() && active(two).isEmpty());
    await().until(() -> one.heard(EngineConnectionRestored.class).size() == 1);
    assertThat(one.heard(EngineConnectionRestored.class).get(0).down())
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    await()
        .untilAsserted(
            () ->
                assertThat(told(two))
                    .containsExactly(
                        "raised ha-primary-down ledger", "cleared ha-primary-down ledger"));
    await()
        .untilAsserted(
            () ->
                assertThat(told(one))
                    .containsExactly(
                        "raised ha-quorum-lost memory", "cleared ha-quorum-lost memory"));
    assertThat(log.numbered(2150)).hasSize(2);
    assertThat(log.numbered(2151)).hasSize(2);
    assertThat(log.numbered(2152)).hasSize(1);
    assertThat(log.numbered(2153)).hasSize(1);
  }

  @Test
  @DisplayName(
      "S2.16, S2.39: a secondary that is cut off is an alarm on the primary until it is back")
  void a_secondary_that_is_cut_off_is_an_alarm_until_it_is_back() {
    TestNode one = started(node(cluster, "n1"));
    awaitPrimary(one);
    DyingEngine engine = new DyingEngine();
    TestNode two = started(node(cluster, "n2").on(engine));
    await().atMost(LONG).until(() -> one.knows("n2") && two.view().primary().isPresent());

    engine.die();
    await().atMost(LONG).until(() -> active(one).contains("ha-secondary-down ledger/n2"));
    await().atMost(LONG).until(() -> two.heard(PrimaryLost.class).size() == 1);
    assertThat(two.heard(PrimaryLost.class).get(0).reason()).isEqualTo(PrimaryLost.Reason.NO_TICK);

    engine.revive();
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(told(one))
                    .containsExactly(
                        "raised ha-secondary-down ledger/n2",
                        "cleared ha-secondary-down ledger/n2"));
    assertThat(one.heard(PrimaryLost.class)).as("a primary follows nobody").isEmpty();
  }

  @Test
  @DisplayName(
      "S2.15: a primary that steps down, or leaves, is lost as CLOSED; nothing is an alarm")
  void a_primary_that_goes_by_choice_is_lost_as_closed_and_is_no_alarm() {
    TestNode one = started(node(cluster, "n1"));
    awaitPrimary(one);
    TestNode two = started(node(cluster, "n2"));
    await().atMost(LONG).until(() -> two.view().primary().isPresent());

    one.close();
    awaitPrimary(two);

    await().until(() -> two.heard(PrimaryLost.class).size() == 1);
    assertThat(two.heard(PrimaryLost.class).get(0).reason()).isEqualTo(PrimaryLost.Reason.CLOSED);
    assertThat(told(two)).isEmpty();
    assertThat(active(two)).isEmpty();
  }

  @Test
  @DisplayName("S2.39: an observer that stands still is an alarm until it returns")
  void an_observer_that_stands_still_is_an_alarm_until_it_returns() {
    TestNode one =
        started(
            node(cluster, "n1")
                .with("primacy.observers.stall", "200ms")
                .observing(
                    event -> {
                      if (event instanceof NodeRoleChanged change
                          && change.cause() == RoleChangeCause.ACQUIRED) {
                        block();
                      }
                    }));
    await().atMost(LONG).until(() -> !active(one).isEmpty());
    Alarm alarm = one.runtime.alarms().active().get(0);
    assertThat(alarm.kind()).isEqualTo(AlarmKind.OBSERVER_STALLED);
    assertThat(alarm.subject()).startsWith("primacy-n1-events-");
    assertThat(alarm.text()).isEqualTo("observes NodeRoleChanged");
    blocker.countDown();
    await().atMost(LONG).until(() -> active(one).isEmpty());
    await().until(() -> told(one).size() == 2);
  }

  private void block() {
    try {
      blocker.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @DisplayName("S2.24: heartbeats and health checks come if asked for, at most once a second")
  void heartbeats_and_health_checks_come_if_asked_for() {
    TestNode one =
        started(
            node(cluster, "n1")
                .with("primacy.heartbeat", "10ms")
                .with("primacy.health-check", "1s"));
    assertThat(log.numbered(1102))
        .containsExactly(
            "PRIMACY-1102: Carried on in spite of: PRIMACY-1043: primacy.heartbeat=10ms is more"
                + " often than once a second; it is taken as 1s.");
    await().atMost(LONG).until(() -> one.heard(Heartbeat.class).size() >= 2);
    await().atMost(LONG).until(() -> one.heard(HealthChecked.class).size() >= 2);
    assertNumbered(one.heard(Heartbeat.class));
    assertNumbered(one.heard(HealthChecked.class));
    List<Heartbeat> beats = one.heard(Heartbeat.class);
    assertThat(Duration.between(beats.get(0).at(), beats.get(1).at()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(900));
    assertThat(one.heard(HealthChecked.class).get(0).healthy()).isTrue();
    assertThat(one.heard(HealthChecked.class).get(0).alarms()).isEmpty();

    TestNode silent = started(node(cluster, "n2"));
    await().atMost(LONG).until(() -> silent.view().primary().isPresent());
    assertThat(silent.heard(OperationalEvent.class)).isEmpty();
  }

  @Test
  @DisplayName("S2.24: a health check says what is wrong")
  void a_health_check_says_what_is_wrong() {
    DyingEngine engine = new DyingEngine();
    TestNode one = started(node(cluster, "n1").on(engine).with("primacy.health-check", "1s"));
    awaitPrimary(one);
    engine.die();
    await()
        .atMost(LONG)
        .until(() -> one.heard(HealthChecked.class).stream().anyMatch(check -> !check.healthy()));
    await()
        .atMost(LONG)
        .until(
            () ->
                one.heard(HealthChecked.class).stream()
                    .flatMap(check -> check.alarms().stream())
                    .anyMatch(alarm -> alarm.kind() == AlarmKind.HA_QUORUM_LOST));
  }

  @Test
  @DisplayName("AT-5.4, S5.13: what a look at the store finds after a time without events")
  void after_a_time_without_events_the_store_is_asked() throws Exception {
    DyingEngine engine = new DyingEngine();
    TestNode one =
        started(node(cluster, "n1").on(engine).with("primacy.inactivity-timeout", "300ms"));
    awaitPrimary(one);
    await().atMost(LONG).until(() -> results(one).contains(InactivityCheck.Result.OK));
    engine.die();
    await().atMost(LONG).until(() -> results(one).contains(InactivityCheck.Result.UNREACHABLE));
  }

  @Test
  @DisplayName("S5.13: a group whose record is gone is found by a look at the store")
  void a_group_whose_record_is_gone_is_found() {
    SwitchingEngine engine = new SwitchingEngine();
    TestNode one =
        started(node(cluster, "n1").on(engine).with("primacy.inactivity-timeout", "150ms"));
    await().atMost(LONG).until(() -> results(one).contains(InactivityCheck.Result.OK));
    engine.hideGroups();
    await().atMost(LONG).until(() -> results(one).contains(InactivityCheck.Result.GROUP_GONE));
  }

  private static List<InactivityCheck.Result> results(TestNode node) {
    return node.heard(InactivityCheck.class).stream().map(InactivityCheck::result).toList();
  }
}
