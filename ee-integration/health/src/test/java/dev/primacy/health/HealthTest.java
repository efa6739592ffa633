package dev.primacy.health;

import static dev.primacy.health.Deployed.isUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real nodes, asked for their health as a server would. */
class HealthTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final String cluster = "c" + UUID.randomUUID().toString().substring(0, 8);

  @AfterEach
  void recover() {
    BrittleEngine.goOn();
    Audience.pause.countDown();
  }

  private Deployed node(String name, String... more) throws Exception {
    List<String> settings = new ArrayList<>(List.of(more));
    settings.add("primacy.cluster=" + cluster);
    settings.add("primacy.group=ledger");
    settings.add("primacy.engine=brittle");
    settings.add("primacy.lease=1s");
    settings.add("primacy.node.name=" + name);
    return new Deployed(settings.toArray(String[]::new));
  }

  @Test
  void without_a_cluster_all_is_well() throws Exception {
    try (Deployed alone = new Deployed()) {
      assertThat(isUp(alone.live())).isTrue();
      assertThat(isUp(alone.ready())).isTrue();
      assertThat(isUp(alone.started())).isTrue();
      assertThat(alone.ready().getJsonObject("data").getString("engine")).isEqualTo("none");
    }
  }

  @Test
  void a_secondary_is_as_ready_as_a_primary() throws Exception {
    try (Deployed one = node("n1")) {
      await().atMost(LONG).until(() -> one.membership().isPrimary());
      try (Deployed two = node("n2")) {
        await().atMost(LONG).until(() -> isUp(two.ready()));
        assertThat(two.membership().isPrimary()).isFalse();
        JsonObject secondary = two.ready().getJsonObject("data");
        assertThat(secondary.getString("group.ledger.role")).isEqualTo("secondary");
        assertThat(secondary.getInt("group.ledger.leaseRemainingMs")).isZero();
        JsonObject primary = one.ready().getJsonObject("data");
        assertThat(isUp(one.ready())).isTrue();
        assertThat(primary.getString("group.ledger.role")).isEqualTo("primary");
        assertThat(primary.getInt("group.ledger.term")).isEqualTo(1);
        assertThat(primary.getInt("group.ledger.leaseRemainingMs")).isPositive();
        assertThat(primary.getString("group.ledger.primary")).isEqualTo("n1");
        assertThat(primary.getBoolean("relay")).isFalse();
        await()
            .atMost(LONG)
            .until(() -> one.ready().getJsonObject("data").getInt("nodes.reachable") == 2);
        assertThat(one.status("/health/ready")).isEqualTo(200);
        assertThat(two.status("/health/ready")).isEqualTo(200);
      }
    }
  }

  @Test
  void a_node_without_its_store_is_alive_and_not_ready_until_it_comes_back() throws Exception {
    try (Deployed one = node("n1")) {
      await().atMost(LONG).until(() -> isUp(one.ready()) && isUp(one.started()));
      BrittleEngine.fallSilent(true);
      await().atMost(LONG).until(() -> one.status("/health/ready") == 503);
      JsonObject data = one.ready().getJsonObject("data");
      assertThat(data.getString("unknown")).isEqualTo("ledger");
      assertThat(data.getString("group.ledger.standing")).isEqualTo("suspended");
      assertThat(one.status("/health/live")).isEqualTo(200);
      assertThat(one.status("/health/started")).as("once started").isEqualTo(200);
      BrittleEngine.goOn();
      await().atMost(LONG).until(() -> one.status("/health/ready") == 200);
    }
  }

  @Test
  void a_store_that_hangs_makes_nobody_wait() throws Exception {
    try (Deployed one = node("n1")) {
      await().atMost(LONG).until(() -> isUp(one.ready()));
      BrittleEngine.hang();
      await()
          .atMost(LONG)
          .until(() -> !assertTimeoutPreemptively(Duration.ofSeconds(10), () -> isUp(one.ready())));
      assertThat(isUp(one.live())).isTrue();
      BrittleEngine.goOn();
    }
  }

  @Test
  void a_node_that_never_reached_its_store_has_not_started() throws Exception {
    BrittleEngine.fallSilent(true);
    try (Deployed one = node("n1")) {
      assertThat(one.status("/health/started")).isEqualTo(503);
      assertThat(one.status("/health/ready")).isEqualTo(503);
      assertThat(one.status("/health/live")).isEqualTo(200);
      BrittleEngine.goOn();
      await().atMost(LONG).until(() -> one.status("/health/started") == 200);
    }
  }

  @Test
  void a_stalled_observer_degrades_a_node_that_stays_ready() throws Exception {
    Audience.pause = new CountDownLatch(1);
    try (Deployed one = node("n1", "primacy.observers.stall=100ms")) {
      await()
          .atMost(LONG)
          .until(() -> one.ready().getJsonObject("data").getString("condition").equals("degraded"));
      await().atMost(LONG).until(() -> isUp(one.ready()));
      assertThat(one.ready().getJsonObject("data").getString("degradedBy")).isEqualTo("observers");
      Audience.pause.countDown();
      await()
          .atMost(LONG)
          .until(() -> one.ready().getJsonObject("data").getString("condition").equals("well"));
    }
  }

  @Test
  void what_is_switched_off_is_up() throws Exception {
    BrittleEngine.fallSilent(true);
    try (Deployed one =
        node("n1", "primacy.health.readiness=false", "primacy.health.startup=false")) {
      assertThat(one.status("/health/ready")).isEqualTo(200);
      assertThat(one.status("/health/started")).isEqualTo(200);
      assertThat(one.ready().getJsonObject("data").getBoolean("switchedOff")).isTrue();
    }
  }

  @Test
  void names_are_left_out_on_demand() throws Exception {
    try (Deployed one = node("famous", "primacy.health.names=false")) {
      await().atMost(LONG).until(() -> isUp(one.ready()));
      assertThat(one.ready().toString()).doesNotContain("famous", "secret-host");
    }
    try (Deployed one = node("famous")) {
      await().atMost(LONG).until(() -> one.ready().toString().contains("secret-host:1234"));
      assertThat(one.ready().toString()).contains("famous");
    }
  }
}
