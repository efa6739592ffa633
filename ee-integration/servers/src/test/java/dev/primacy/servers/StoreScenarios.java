package dev.primacy.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.servers.launch.Cluster;
import dev.primacy.servers.launch.Ensemble;
import dev.primacy.servers.launch.Node;
import dev.primacy.servers.launch.PostgreSql;
import dev.primacy.servers.launch.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same application on other stores. */
interface StoreScenarios extends Scenarios {
  /** Of scenarios with servers of their own. */
  String OWN = "own-servers";

  @Test
  @Tag(OWN)
  @Tag(LONG)
  @Order(900)
  default void two_servers_on_PostgreSQL_guard_and_follow_a_kill() throws Exception {
    cluster().kill();
    String[] names = {"p1", "p2"};
    Path here = directory().resolve("postgresql");
    followsAKill(here, PostgreSql.start(here.resolve("store")), names);
  }

  @Test
  @Tag(OWN)
  @Tag(LONG)
  @Order(910)
  default void three_servers_with_ZooKeeper_inside_guard_and_follow_a_kill() throws Exception {
    cluster().kill();
    String[] names = {"z1", "z2", "z3"};
    Path here = directory().resolve("zookeeper");
    followsAKill(here, new Ensemble(here.resolve("store"), names), names);
  }

  private void followsAKill(Path directory, Store store, String... names) throws Exception {
    try (Cluster own =
        Cluster.of(
            server(), directory, Scenarios.archive(APPLICATION), APPLICATION, store, names)) {
      own.ready();
      Node killed = own.primary();
      Node witness = own.other(killed);
      Scenarios.assertRefused(witness.post(APPLICATION, "orders/one"));
      assertThat(killed.post(APPLICATION, "orders/two").status()).isEqualTo(200);
      killed.kill();
      Scenarios.patiently().until(() -> own.nodes().stream().anyMatch(own::isPrimary));
      assertThat(own.primary().post(APPLICATION, "orders/three").status()).isEqualTo(200);
      Scenarios.patiently().until(() -> !witness.notes("left").isEmpty());
      assertThat(witness.notes("left").get(0).words()).containsExactly(killed.name(), "EXPELLED");
    }
  }
}
