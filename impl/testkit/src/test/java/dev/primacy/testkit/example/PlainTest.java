package dev.primacy.testkit.example;

import static dev.primacy.testkit.ClusterAssertions.assertThat;

import dev.primacy.testkit.Cluster;
import dev.primacy.testkit.TestNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlainTest {
  @Test
  void a_crash_is_followed_by_another_primary() {
    try (Cluster cluster = Cluster.of(3)) {
      TestNode first = cluster.primary();
      cluster.crash(first);
      assertThat(cluster).hasNoPrimary();

      cluster.advance(Duration.ofSeconds(10));
      assertThat(cluster).hasOnePrimary();
    }
  }
}
