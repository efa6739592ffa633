package dev.primacy.testkit.example;

import static dev.primacy.testkit.ClusterAssertions.assertThat;

import dev.primacy.event.NodeRoleChanged;
import dev.primacy.testkit.Cluster;
import dev.primacy.testkit.ClusterTest;
import dev.primacy.testkit.TestNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@ClusterTest(nodes = 3, beans = Ledger.class)
class LedgerTest {
  @Test
  void whoever_slept_through_its_lease_is_refused(Cluster cluster) {
    TestNode first = cluster.primary();
    Ledger ledger = first.select(Ledger.class);
    assertThat(first).admits(() -> ledger.post("a"));

    cluster.pause(first, Duration.ofSeconds(20));
    assertThat(first).refuses(() -> ledger.post("b"));

    cluster.settle();
    assertThat(cluster).hasOnePrimary();
    assertThat(cluster.primary()).heard(NodeRoleChanged.class);
    assertThat(cluster.primary()).admits(() -> cluster.primary().select(Ledger.class).post("c"));
  }
}
