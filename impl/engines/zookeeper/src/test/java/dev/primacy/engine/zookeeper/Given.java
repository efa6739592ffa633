package dev.primacy.engine.zookeeper;

import dev.primacy.engine.tck.Surroundings;
import java.time.Duration;

/** What the engine gets to know in a test. */
final class Given {

  private Given() {}

  static Surroundings node(String name) {
    return Surroundings.of(new ZooKeeperEngine()).ofNode(name).withLease(Duration.ofSeconds(3));
  }
}
