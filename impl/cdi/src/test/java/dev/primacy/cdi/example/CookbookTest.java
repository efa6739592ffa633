package dev.primacy.cdi.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.ClusterNode;
import dev.primacy.NodeAttributes;
import dev.primacy.NodeId;
import dev.primacy.NodeLifecycle;
import dev.primacy.core.view.FollowerView;
import dev.primacy.watch.FollowOptions.Baseline;
import dev.primacy.watch.NodeFollower;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The followers of the page about views, told what becomes of nodes batch by batch. */
class CookbookTest {
  private static final int EVENTS = 10_000;
  private static final int NODES = 40;

  private final List<Map<NodeId, InetAddress>> maps = new ArrayList<>();
  private final List<Set<InetAddress>> sets = new ArrayList<>();

  private static FollowerView told(NodeFollower follower) {
    return new FollowerView("test", follower, Baseline.LAST_REPORTED, (phase, about) -> true);
  }

  private static ClusterNode node(int number, NodeAttributes attributes) {
    return node(number, NodeLifecycle.UP, attributes);
  }

  private static ClusterNode node(int number, NodeLifecycle lifecycle, NodeAttributes attributes) {
    return new ClusterNode(
        new NodeId("n" + number, new UUID(0, number)),
        Optional.empty(),
        Set.of(),
        0,
        false,
        lifecycle,
        attributes.texts(),
        Optional.empty());
  }

  private static ClusterNode gone(int number) {
    return node(number, NodeLifecycle.REMOVED, NodeAttributes.NONE);
  }

  private static NodeAttributes at(int address) {
    return NodeAttributes.of(Backends.ADDRESS, address(address));
  }

  private static InetAddress address(int last) {
    NodeAttributes text = NodeAttributes.of(Map.of("address", "192.0.2." + last));
    return node(0, text).get(Backends.ADDRESS).orElseThrow();
  }

  @Test
  @DisplayName("S4.25: a map is kept, and a copy of it published once per batch")
  void a_map_is_kept_and_a_copy_of_it_published_once_per_batch() {
    FollowerView view = told(new HostsFile(maps::add));
    view.tell(List.of(node(1, at(1)), node(2, at(2)), node(3, NodeAttributes.NONE)));
    view.tell(List.of(node(3, NodeAttributes.NONE)));
    view.tell(List.of(node(2, at(22)), node(3, at(3)), gone(1)));
    assertThat(maps).hasSize(2);
    assertThat(maps.get(0).values()).containsExactlyInAnyOrder(address(1), address(2));
    assertThat(maps.get(1).values()).containsExactlyInAnyOrder(address(22), address(3));
  }

  @Test
  @DisplayName("S4.25: what is kept begins anew with the watch")
  void a_map_begins_anew_when_its_watch_does() {
    HostsFile hosts = new HostsFile(maps::add);
    told(hosts).tell(List.of(node(1, at(1)), node(2, at(2))));
    told(hosts).tell(List.of(node(2, at(2))));
    assertThat(maps.get(1).values()).containsExactly(address(2));
  }

  @Test
  @DisplayName("AT-4.19, S4.25: the set of controllers is right after 10,000 random events")
  void the_set_of_controllers_is_right_after_10_000_random_events() {
    for (long seed = 1; seed <= 5; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      sets.clear();
      FollowerView view = told(new Controllers(sets::add).follower());
      Map<Integer, NodeAttributes> model = new HashMap<>();
      int published = 0;
      for (int event = 0; event < EVENTS; event++) {
        Set<InetAddress> before = controllers(model);
        view.tell(List.of(change(random, model)));
        Set<InetAddress> after = controllers(model);
        if (!sets.isEmpty()) {
          assertThat(sets.get(sets.size() - 1))
              .as("seed %d, event %d", seed, event)
              .isEqualTo(after);
        }
        if (!before.equals(after)) {
          assertThat(sets).as("seed %d, event %d", seed, event).hasSizeGreaterThan(published);
        }
        published = sets.size();
      }
      assertThat(published).as("seed %d", seed).isBetween(EVENTS / 10, EVENTS);
    }
  }

  private static ClusterNode change(SplittableRandom random, Map<Integer, NodeAttributes> model) {
    int number = random.nextInt(NODES);
    if (random.nextInt(4) == 0) {
      model.remove(number);
      return gone(number);
    }
    NodeAttributes attributes =
        random.nextInt(3) == 0 ? NodeAttributes.NONE : at(1 + random.nextInt(50));
    String kind = random.nextBoolean() ? "controller" : "worker";
    NodeAttributes all = attributes.with(Controllers.KIND, kind);
    model.put(number, all);
    return node(number, all);
  }

  private static Set<InetAddress> controllers(Map<Integer, NodeAttributes> model) {
    Set<InetAddress> found = new HashSet<>();
    model.forEach(
        (number, attributes) -> {
          ClusterNode node = node(number, attributes);
          if (node.get(Controllers.KIND).equals(Optional.of("controller"))) {
            node.get(Backends.ADDRESS).ifPresent(found::add);
          }
        });
    return found;
  }
}
