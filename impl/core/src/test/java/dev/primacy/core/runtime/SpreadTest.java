package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.Membership;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many groups over several nodes. */
class SpreadTest {
  private static final Duration LONG = Duration.ofSeconds(40);
  private static final List<String> HUNDRED =
      IntStream.range(0, 100).mapToObj(i -> "g" + i).toList();

  private final String cluster = "s-" + UUID.randomUUID();
  private final List<TestNode> nodes = new ArrayList<>();

  @AfterEach
  void closeAll() {
    nodes.forEach(TestNode::close);
  }

  private TestNode started(String name) {
    TestNode node =
        node(cluster, name)
            .with("primacy.lease", "4s")
            .with("primacy.groups", String.join(",", HUNDRED))
            .start();
    nodes.add(node);
    return node;
  }

  private static Map<String, FencingToken> heldBy(TestNode node) {
    Map<String, FencingToken> held = new TreeMap<>();
    for (String group : HUNDRED) {
      node.runtime.membership(group).token().ifPresent(token -> held.put(group, token));
    }
    return held;
  }

  private void awaitAllHeld() {
    await()
        .atMost(LONG)
        .until(() -> nodes.stream().mapToInt(each -> heldBy(each).size()).sum() == 100);
  }

  /** Three standard deviations of a fair draw and some more are 16. */
  private void assertSpread() {
    assertThat(nodes).allSatisfy(each -> assertThat(heldBy(each)).hasSizeBetween(33 - 20, 34 + 20));
  }

  @Test
  void a_hundred_groups_spread_roughly_evenly_over_three_nodes() {
    // not at the same instant, as nodes are: whoever comes first must not take them all
    started("n1");
    started("n2");
    started("n3");
    awaitAllHeld();
    assertSpread();
  }

  @Test
  void so_do_groups_that_are_joined_at_run_time() {
    for (String name : List.of("n1", "n2", "n3")) {
      nodes.add(node(cluster, name).with("primacy.lease", "4s").start());
    }
    await().until(() -> nodes.stream().allMatch(each -> each.view().nodes().size() == 3));
    Map<String, List<Membership>> views =
        HUNDRED.stream()
            .collect(
                Collectors.toMap(
                    group -> group,
                    group ->
                        nodes.stream().map(n -> n.runtime.dynamicGroups().join(group)).toList()));
    await()
        .atMost(LONG)
        .until(
            () ->
                views.values().stream()
                    .allMatch(of -> of.stream().anyMatch(Membership::isPrimary)));
    for (int i = 0; i < 3; i++) {
      int index = i;
      assertThat(views.values().stream().filter(of -> of.get(index).isPrimary()).count())
          .isBetween(13L, 54L);
    }
  }

  @Test
  @DisplayName("S2.44: a node that comes later or comes back takes nothing from a live holder")
  void a_node_that_comes_later_or_comes_back_takes_nothing_from_a_live_holder() {
    TestNode one = started("n1");
    awaitAllHeld();
    Map<String, FencingToken> before = heldBy(one);
    TestNode two = started("n2");
    awaitMember(two);
    assertThatItStays(one, before);

    one.close();
    nodes.remove(one);
    await().atMost(LONG).until(() -> heldBy(two).size() == 100);
    Map<String, FencingToken> taken = heldBy(two);
    assertThat(taken)
        .allSatisfy((group, token) -> assertThat(token.supersedes(before.get(group))).isTrue());
    TestNode again = started("n1");
    awaitMember(again);
    assertThatItStays(two, taken);
    assertThat(heldBy(again)).isEmpty();
  }

  private static void awaitMember(TestNode node) {
    await()
        .atMost(LONG)
        .until(
            () ->
                HUNDRED.stream()
                    .allMatch(g -> node.runtime.membership(g).standing() == GroupStanding.MEMBER));
  }

  /** For more than a lease. */
  private static void assertThatItStays(TestNode node, Map<String, FencingToken> held) {
    await()
        .during(Duration.ofSeconds(5))
        .atMost(Duration.ofSeconds(7))
        .untilAsserted(() -> assertThat(heldBy(node)).isEqualTo(held));
  }
}
