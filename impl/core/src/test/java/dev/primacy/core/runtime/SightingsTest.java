package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.watch.NodeHealth;
import dev.primacy.watch.NodeHealth.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How nodes see each other. */
class SightingsTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final String cluster = "c-" + UUID.randomUUID();
  private final List<TestNode> nodes = new ArrayList<>();

  @AfterEach
  void closeAll() {
    nodes.forEach(TestNode::close);
  }

  private TestNode started(TestNode.Builder builder) {
    TestNode node = builder.start();
    nodes.add(node);
    return node;
  }

  private static Map<String, State> states(TestNode by) {
    return by.runtime.nodeWatch().health().stream()
        .collect(Collectors.toMap(seen -> seen.node().name(), NodeHealth::state));
  }

  @Test
  @DisplayName("S4.24: a node knows which of the others are alive")
  void nodes_that_renew_are_reachable() {
    TestNode one = started(node(cluster, "n1"));
    TestNode two = started(node(cluster, "n2"));

    await()
        .atMost(LONG)
        .until(() -> states(one).equals(Map.of("n1", State.REACHABLE, "n2", State.REACHABLE)));
    assertThat(one.runtime.nodeWatch().health())
        .extracting(NodeHealth::node)
        .containsExactly(one.view().node(), two.view().node());
    assertThat(one.runtime.nodeWatch().health())
        .allSatisfy(
            seen -> {
              assertThat(seen.lease()).isEqualTo(Duration.ofSeconds(1));
              assertThat(seen.silence()).isLessThan(seen.lease());
            });
  }

  @Test
  void who_is_cut_off_is_late_for_others_and_knows_nothing_of_them() {
    DyingEngine engine = new DyingEngine();
    TestNode one = started(node(cluster, "n1").on(engine));
    TestNode two = started(node(cluster, "n2"));
    await().atMost(LONG).until(() -> states(one).size() == 2 && states(two).size() == 2);

    engine.die();

    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> State.LATE == states(two).get("n1"));
    await()
        .atMost(LONG)
        .until(() -> states(one).equals(Map.of("n1", State.LATE, "n2", State.UNKNOWN)));
    await().atMost(LONG).until(() -> states(two).equals(Map.of("n2", State.REACHABLE)));
    engine.revive();
  }

  @Test
  void nothing_is_known_before_the_start_and_after_the_end() {
    TestNode one = node(cluster, "n1").create();
    nodes.add(one);
    assertThat(one.runtime.nodeWatch().health()).isEmpty();

    one.runtime.start();
    await().atMost(LONG).until(() -> states(one).size() == 1);
    one.close();

    assertThat(one.runtime.nodeWatch().health()).isEmpty();
  }
}
