package dev.primacy.testkit.sample;

import dev.primacy.testkit.TestNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The double of what only the primary may write to. */
@ApplicationScoped
class Archive {
  @Inject TestNode node;

  void write(String row) {
    node.acted("write of " + row);
  }

  void disconnect() {
    node.letGo("archive");
  }

  /** Slow, as the real one. */
  void load() {
    node.pass(java.time.Duration.ofSeconds(5));
  }
}
