package dev.primacy.core.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.event.NodeLeftCause;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClusterViewTest {
  private final ClusterView view = new ClusterView();
  private final NodeChanges changes = new NodeChanges();

  private static ClusterNode node(String name, String group, String zone) {
    return node(new NodeId(name, UUID.randomUUID()), group, zone);
  }

  private static ClusterNode node(NodeId id, String group, String zone) {
    return new ClusterNode(
        id, Optional.empty(), Set.of(group), 0, false, Map.of("zone", new String(zone)));
  }

  @Test
  void nodes_are_listed_by_name_and_by_group() {
    ClusterNode b = node("b", "ledger", "eu");
    ClusterNode a = node("a", "stock", "eu");
    view.put(b, Map.of());
    view.put(a, Map.of());
    assertThat(view.nodes()).containsExactly(a, b);
    assertThat(view.nodes("ledger")).containsExactly(b);
    assertThat(view.nodes("other")).isEmpty();
    assertThat(view.find(a.id().incarnation())).contains(a);
  }

  @Test
  void a_snapshot_is_made_once_per_change_and_never_changes() {
    view.put(node("a", "g", "eu"), Map.of());
    List<ClusterNode> first = view.nodes();
    List<ClusterNode> group = view.nodes("g");
    assertThat(view.nodes()).isSameAs(first);
    assertThat(view.nodes("g")).isSameAs(group);

    ClusterNode second = node("b", "g", "eu");
    view.put(second, Map.of());
    assertThat(first).hasSize(1);
    assertThat(view.nodes()).hasSize(2);
    assertThat(view.remove(second.id().incarnation())).isEqualTo(second);
    assertThat(view.remove(second.id().incarnation())).isNull();
    assertThat(view.nodes("g")).hasSize(1);
  }

  @Test
  void nodes_that_publish_the_same_share_one_copy() {
    view.put(node("a", "g", "eu"), Map.of());
    view.put(node("b", "g", "eu"), Map.of());
    List<ClusterNode> nodes = view.nodes();
    assertThat(nodes.get(0).attributes()).isSameAs(nodes.get(1).attributes());
    assertThat(nodes.get(0).groups()).isSameAs(nodes.get(1).groups());
  }

  @Test
  void what_no_node_publishes_any_more_is_not_kept() {
    NodeId id = new NodeId("a", UUID.randomUUID());
    view.put(node(id, "old", "eu"), Map.of());
    WeakReference<Set<String>> old = new WeakReference<>(view.nodes().get(0).groups());
    view.put(node(id, "new", "eu"), Map.of());
    assertThat(view.nodes().get(0).groups()).containsExactly("new");
    await()
        .until(
            () -> {
              System.gc();
              return old.get() == null;
            });
  }

  @Test
  void changes_of_one_node_are_merged_to_what_was_reported_and_what_is() {
    ClusterNode first = node("a", "g", "eu");
    ClusterNode second = node(first.id(), "g", "us");
    ClusterNode third = node(first.id(), "g", "asia");
    changes.seen(first, second);
    changes.seen(second, third);
    assertThat(changes.take()).containsExactly(new NodeChange(first, third, NodeLeftCause.LEFT));
    assertThat(changes.isEmpty()).isTrue();

    changes.seen(null, first);
    changes.gone(first, NodeLeftCause.EXPELLED);
    assertThat(changes.take()).as("came and went unseen").isEmpty();

    changes.seen(first, second);
    changes.gone(second, NodeLeftCause.EXPELLED);
    assertThat(changes.take()).containsExactly(new NodeChange(first, null, NodeLeftCause.EXPELLED));
  }

  @Test
  void a_node_that_says_the_same_again_is_no_change() {
    ClusterNode first = node("a", "g", "eu");
    changes.seen(first, node(first.id(), "g", "eu"));
    assertThat(changes.take()).isEmpty();
  }

  @Test
  void ten_thousand_nodes_stay_in_order() {
    for (int i = 0; i < 10_000; i++) {
      ClusterNode node = node("n" + (i * 7919) % 10_000, "g", "eu");
      view.put(node, Map.of());
    }
    assertThat(view.nodes()).hasSize(10_000).extracting(node -> node.id().name()).isSorted();
  }
}
