package dev.primacy.testkit;

import static dev.primacy.testkit.ClusterAssertions.assertThat;

import dev.primacy.event.NodeRoleChanged;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlainClusterTest {
  private static final Duration LEASE = Duration.ofSeconds(6);

  @Test
  void when_the_primary_crashes_another_leads_after_its_lease() {
    try (Cluster cluster = Cluster.of(3)) {
      TestNode first = cluster.primary();
      cluster.crash(first);
      assertThat(cluster).hasNoPrimary();
      cluster.advance(LEASE.multipliedBy(2));
      assertThat(cluster).hasOnePrimary();
      assertThat(cluster.primary()).isPrimary().heard(NodeRoleChanged.class);
      assertThat(cluster.primary()).admits(() -> cluster.primary().guarded("work", () -> 1));
      assertThat(cluster.secondary()).refuses(() -> cluster.secondary().guarded("work", () -> 1));
    }
  }
}
