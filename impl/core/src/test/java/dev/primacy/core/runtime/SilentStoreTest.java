package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.GROUP;
import static dev.primacy.core.runtime.TestNode.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.control.NodeState;
import dev.primacy.control.NodeState.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a node says of a store that says nothing any more. */
class SilentStoreTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @Test
  @DisplayName("S1.10: a store that leaves writes unanswered is not connected")
  void a_store_that_leaves_writes_unanswered_is_not_connected() {
    DyingEngine mortal = new DyingEngine();
    try (TestNode one = node("c-" + UUID.randomUUID(), "n1").on(mortal).start()) {
      await().atMost(LONG).until(one::isPrimary);
      assertThat(state(one).connection()).isEqualTo(Connection.CONNECTED);

      mortal.die();

      await().atMost(LONG).until(() -> state(one).connection() == Connection.DISCONNECTED);
      Instant heard = state(one).lastChecked().orElseThrow();
      await()
          .during(Duration.ofSeconds(2))
          .atMost(LONG)
          .until(() -> state(one).lastChecked().orElseThrow().equals(heard));

      mortal.revive();
      await().atMost(LONG).until(() -> state(one).connection() == Connection.CONNECTED);
    }
  }

  private static NodeState state(TestNode node) {
    return node.runtime.control().nodeState(GROUP);
  }
}
