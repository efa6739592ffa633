package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.node;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.FencingToken;
import dev.primacy.core.gate.Admission;
import dev.primacy.event.NodeLeft;
import dev.primacy.event.NodeLeftCause;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the death of a secondary is to the primary. */
class DyingPeerTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final String cluster = "p-" + UUID.randomUUID();
  private final DyingEngine mortal = new DyingEngine();
  private final TestNode one = node(cluster, "n1").start();
  private final TestNode two = node(cluster, "n2").on(mortal).create();

  @AfterEach
  void closeBoth() {
    two.close();
    one.close();
  }

  @Test
  @DisplayName("S2.16, S2.32: a secondary that dies is told of, and fails no call on the primary")
  void a_secondary_that_dies_is_told_of_and_fails_no_call_on_the_primary() {
    await().atMost(LONG).until(one::isPrimary);
    FencingToken token = one.view().requirePrimary();
    two.runtime.start();
    await().atMost(LONG).until(() -> one.knows("n2"));

    mortal.die();
    await()
        .atMost(LONG)
        .until(
            () -> {
              callOnThePrimary();
              return !one.heard(NodeLeft.class).isEmpty();
            });

    assertThat(one.heard(NodeLeft.class))
        .singleElement()
        .returns("n2", left -> left.left().id().name())
        .returns(NodeLeftCause.EXPELLED, NodeLeft::cause);
    callOnThePrimary();
    assertThat(one.view().token()).contains(token);
  }

  private void callOnThePrimary() {
    Admission call = requireNonNull(one.gate().tryEnter(0), "refused");
    one.gate().leave(call);
  }
}
