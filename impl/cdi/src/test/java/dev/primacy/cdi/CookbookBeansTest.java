package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.NodeLifecycle;
import dev.primacy.cdi.example.Backends;
import dev.primacy.cdi.example.Firewall;
import dev.primacy.cdi.example.RoutingTable;
import dev.primacy.core.view.FollowerView;
import dev.primacy.event.NodesBatchDone;
import dev.primacy.event.View;
import dev.primacy.watch.FollowOptions.Baseline;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The beans of the page about views, told what becomes of nodes batch by batch. */
class CookbookBeansTest {

  /** What was read of the table after each batch, and before it was rebuilt. */
  @ApplicationScoped
  static class Reader {
    @Inject RoutingTable table;
    final List<String> read = new CopyOnWriteArrayList<>();

    void before(@Observes @Priority(1) @View(Backends.class) NodesBatchDone batch) {
      read("before");
    }

    void after(@Observes @Priority(9_000) @View(Backends.class) NodesBatchDone batch) {
      read("after");
    }

    private void read(String when) {
      read.add(when + " eu " + ports(table.routes("eu")) + " us " + ports(table.routes("us")));
    }

    private static String ports(List<InetSocketAddress> addresses) {
      return addresses.stream()
          .map(address -> "" + address.getPort())
          .collect(Collectors.joining(" "));
    }

    List<String> read() {
      return read;
    }
  }

  @ApplicationScoped
  static class WrittenRules implements Firewall.Rules {
    final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void open(Set<InetSocketAddress> all) {
      lines.add("open " + ports(all));
    }

    @Override
    public void change(Set<InetSocketAddress> closedFirst, Set<InetSocketAddress> opened) {
      lines.add("close " + ports(closedFirst) + " open " + ports(opened));
    }

    private static Set<Integer> ports(Set<InetSocketAddress> addresses) {
      return addresses.stream()
          .map(InetSocketAddress::getPort)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    List<String> lines() {
      return lines;
    }
  }

  private static FollowerView told(Deployed application) {
    // from here on nothing comes but from here
    application.deployment().runtime().close();
    return new FollowerView(
        "test",
        application
            .deployment()
            .runtime()
            .viewFeed(Backends.class, application.get(Backends.class)),
        Baseline.LAST_REPORTED,
        (phase, about) -> true);
  }

  private static ClusterNode node(int number, String zone, int port) {
    Map<String, String> attributes =
        Map.of("zone", zone, "address", "192.0.2.1", "port", Integer.toString(port));
    return node(number, NodeLifecycle.UP, attributes);
  }

  private static ClusterNode node(
      int number, NodeLifecycle lifecycle, Map<String, String> attributes) {
    return new ClusterNode(
        new NodeId("n" + number, new UUID(0, number)),
        Optional.empty(),
        Set.of(),
        0,
        false,
        lifecycle,
        attributes,
        Optional.empty());
  }

  private static ClusterNode gone(int number) {
    return node(number, NodeLifecycle.REMOVED, Map.of());
  }

  @Test
  @DisplayName("S4.2, S4.25: a routing table is rebuilt once per batch, and not before it is done")
  void a_routing_table_is_rebuilt_once_per_batch() {
    try (Deployed application = Deployed.of(Backends.class, RoutingTable.class, Reader.class)) {
      Reader reader = application.get(Reader.class);
      FollowerView view = told(application);
      reader.read().clear();
      view.tell(List.of(node(2, "eu", 2), node(1, "eu", 1), node(3, "us", 3)));
      view.tell(List.of(node(4, NodeLifecycle.UP, Map.of("zone", "eu"))));
      view.tell(List.of(node(1, "us", 1), node(2, "eu", 22), gone(3)));
      view.tell(List.of(node(2, NodeLifecycle.LEAVING, node(2, "eu", 22).attributes())));
      assertThat(reader.read())
          .containsExactly(
              "before eu  us ",
              "after eu 1 2 us 3",
              "before eu 1 2 us 3",
              "after eu 1 2 us 3",
              "before eu 1 2 us 3",
              "after eu 22 us 1",
              "before eu 22 us 1",
              "after eu  us 1");
    }
  }

  @Test
  @DisplayName("S4.25: what a batch brings is collected, and applied when it is done")
  void what_a_batch_brings_is_collected_and_applied_when_it_is_done() {
    try (Deployed application = Deployed.of(Backends.class, Firewall.class, WrittenRules.class)) {
      WrittenRules rules = application.get(WrittenRules.class);
      FollowerView view = told(application);
      rules.lines().clear();
      view.tell(List.of(node(1, "eu", 1), node(2, "eu", 2)));
      view.tell(List.of(node(1, "eu", 11), node(3, "eu", 3), gone(2)));
      view.tell(List.of(gone(7)));
      assertThat(rules.lines()).containsExactly("open [1, 2]", "close [1, 2] open [3, 11]");
    }
  }
}
