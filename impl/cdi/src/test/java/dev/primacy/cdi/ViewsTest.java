package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.ClusterNode;
import dev.primacy.Membership;
import dev.primacy.NodeAttribute;
import dev.primacy.NodeAttributes;
import dev.primacy.cdi.example.Backends;
import dev.primacy.cdi.example.LastKnown;
import dev.primacy.cdi.example.RoutingTable;
import dev.primacy.event.NodeAppeared;
import dev.primacy.event.NodeChanged;
import dev.primacy.event.NodeJoined;
import dev.primacy.event.NodeVanished;
import dev.primacy.event.NodesBatchDone;
import dev.primacy.event.View;
import dev.primacy.event.WatchFailed;
import dev.primacy.watch.ClusterMonitors;
import dev.primacy.watch.NodeFollower;
import dev.primacy.watch.NodeView;
import dev.primacy.watch.NodeWatch;
import dev.primacy.watch.WatchPhase;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views of the nodes of one cluster in this JVM, each node in a container of its own. */
class ViewsTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final NodeAttribute<String> ZONE = NodeAttribute.ofString("zone");
  private static final NodeAttribute<Integer> LOAD = NodeAttribute.ofInt("load");

  private final String space = "v" + UUID.randomUUID().toString().substring(0, 8);

  @Dependent
  static class EuNodes implements NodeView {
    @Override
    public boolean filter(ClusterNode node) {
      return node.get(ZONE).filter("eu"::equals).isPresent();
    }

    @Override
    public boolean same(ClusterNode known, ClusterNode now) {
      return known.get(LOAD).equals(now.get(LOAD));
    }
  }

  @ApplicationScoped
  static class Witness {
    final List<String> heard = new CopyOnWriteArrayList<>();
    final List<NodesBatchDone> batches = new CopyOnWriteArrayList<>();
    final List<String> joined = new CopyOnWriteArrayList<>();

    void appeared(@Observes @View(EuNodes.class) NodeAppeared event) {
      heard.add("appeared " + name(event.appeared()));
    }

    void changed(@Observes @View(EuNodes.class) NodeChanged event) {
      heard.add("changed " + name(event.previous()) + " -> " + name(event.current()));
    }

    void vanished(@Observes @View(EuNodes.class) NodeVanished event) {
      heard.add("vanished " + name(event.vanished()));
    }

    void done(@Observes @View(EuNodes.class) NodesBatchDone event) {
      batches.add(event);
    }

    void joined(@Observes NodeJoined event) {
      joined.add(event.joined().id().name());
    }

    private static String name(ClusterNode node) {
      return node.id().name() + node.get(LOAD).map(load -> " " + load).orElse("");
    }

    List<String> heard() {
      return heard;
    }

    List<NodesBatchDone> batches() {
      return batches;
    }

    List<String> joined() {
      return joined;
    }
  }

  /** Throws when it is asked first. */
  @ApplicationScoped
  static class OnceBroken implements NodeView {
    private final AtomicBoolean broken = new AtomicBoolean();

    @Override
    public boolean filter(ClusterNode node) {
      if (broken.compareAndSet(false, true)) {
        throw new IllegalStateException("broken");
      }
      return true;
    }
  }

  @ApplicationScoped
  static class Nurse {
    final List<WatchFailed> failures = new CopyOnWriteArrayList<>();
    final List<NodesBatchDone> batches = new CopyOnWriteArrayList<>();
    final AtomicInteger thrown = new AtomicInteger();

    void failed(@Observes WatchFailed event) {
      failures.add(event);
    }

    void throwing(@Observes @Priority(1) @View(OnceBroken.class) NodesBatchDone event) {
      thrown.incrementAndGet();
      throw new IllegalStateException("an observer, not the view");
    }

    void done(@Observes @Priority(2) @View(OnceBroken.class) NodesBatchDone event) {
      batches.add(event);
    }

    List<WatchFailed> failures() {
      return failures;
    }

    List<NodesBatchDone> batches() {
      return batches;
    }
  }

  @ApplicationScoped
  static class Publisher {
    @Inject Membership membership;

    void publish(NodeAttributes attributes) {
      membership.attributes(attributes).toCompletableFuture().join();
    }
  }

  @ApplicationScoped
  static class Watching {
    @Inject NodeWatch watch;
    final List<String> names = new CopyOnWriteArrayList<>();

    void follow() {
      watch.follow(NodeFollower.builder().onAppeared(node -> names.add(node.id().name())).build());
    }

    List<String> names() {
      return names;
    }

    NodeWatch watch() {
      return watch;
    }
  }

  @ApplicationScoped
  static class LookingUp {
    @Inject Instance<NodeWatch> watch;
    @Inject Instance<ClusterMonitors> monitors;
  }

  @ApplicationScoped
  static class Monitored {
    @Inject ClusterMonitors monitors;
  }

  @Test
  @DisplayName("S4.2, S4.3, S4.4, S4.9: beans observe a view of the cluster's nodes")
  void beans_observe_a_view_of_the_nodes_of_a_cluster() {
    try (Deployed one = node("n1", Witness.class, EuNodes.class);
        Deployed two = node("n2", Publisher.class)) {
      Witness witness = one.get(Witness.class);
      publish(two, NodeAttributes.of(ZONE, "eu").with(LOAD, 1));
      heard(one, witness, "appeared n2 1");
      publish(two, NodeAttributes.of(ZONE, "eu").with(LOAD, 2));
      heard(one, witness, "appeared n2 1", "changed n2 1 -> n2 2");
      publish(two, NodeAttributes.of(ZONE, "us").with(LOAD, 3));
      heard(one, witness, "appeared n2 1", "changed n2 1 -> n2 2", "vanished n2 2");
      publish(two, NodeAttributes.of(ZONE, "eu").with(LOAD, 3));
      await().atMost(LONG).until(() -> in(one, witness::heard).size() == 4);
      two.deployment().runtime().close();
      await().atMost(LONG).until(() -> in(one, witness::heard).size() == 5);
      List<String> heard = in(one, witness::heard);
      assertThat(heard.subList(3, 5)).containsExactly("appeared n2 3", "vanished n2 3");
      List<String> joined = in(one, witness::joined);
      assertThat(joined).containsExactlyInAnyOrder("n1", "n2");
      check(in(one, witness::batches));
    }
  }

  private static void heard(Deployed node, Witness witness, String... lines) {
    List<String> heard = in(node, witness::heard);
    await().atMost(LONG).untilAsserted(() -> assertThat(heard).containsExactly(lines));
  }

  private static void check(List<NodesBatchDone> batches) {
    await().atMost(LONG).until(() -> batches.get(batches.size() - 1).removed() == 1);
    assertThat(batches.get(0).initial()).isTrue();
    assertThat(batches.subList(1, batches.size())).noneMatch(NodesBatchDone::initial);
    List<Long> numbers = LongStream.rangeClosed(1, batches.size()).boxed().toList();
    assertThat(batches).extracting(NodesBatchDone::seq).isEqualTo(numbers);
    assertThat(batches).anyMatch(batch -> batch.nodes().size() == 1);
    assertThat(batches.get(batches.size() - 1).nodes()).isEmpty();
  }

  private static Optional<NodesBatchDone> withNodes(List<NodesBatchDone> batches) {
    return batches.stream().filter(batch -> batch.nodes().size() == 1).findFirst();
  }

  @Test
  @DisplayName(
      "S4.8: a view that throws is told, and starts anew; an observer that throws is not it")
  void a_view_that_throws_is_told_and_starts_anew() {
    try (Deployed node = node("n1", Nurse.class, OnceBroken.class)) {
      Nurse nurse = node.get(Nurse.class);
      await().atMost(LONG).until(() -> !in(node, nurse::failures).isEmpty());
      // before, it may have told that nobody is there: this node is not in the store at once
      await().atMost(LONG).until(() -> withNodes(in(node, nurse::batches)).isPresent());
      assertThat(withNodes(in(node, nurse::batches)).orElseThrow().initial()).isTrue();
      List<WatchFailed> failures = in(node, nurse::failures);
      assertThat(failures)
          .singleElement()
          .satisfies(
              failed -> {
                assertThat(failed.watch()).isEqualTo("OnceBroken");
                assertThat(failed.phase()).isEqualTo(WatchPhase.FILTER);
                assertThat(failed.restarting()).isTrue();
                assertThat(failed.about()).isPresent();
              });
    }
  }

  @Test
  void standalone_the_view_has_this_node_alone_and_ends_with_it() {
    try (LogLines log = new LogLines()) {
      try (Deployed node = Deployed.of(Nurse.class, OnceBroken.class)) {
        Nurse nurse = node.get(Nurse.class);
        await().atMost(LONG).until(() -> !in(node, nurse::batches).isEmpty());
        assertThat(in(node, nurse::batches).get(0).nodes()).hasSize(1);
      }
      assertThat(log.text()).doesNotContain("PRIMACY-9").doesNotContain("container is not running");
    }
  }

  @Test
  @DisplayName("S4.25: a routing table follows what nodes publish at run time")
  void a_routing_table_follows_what_nodes_publish() {
    try (Deployed one = node("n1", RoutingTable.class, Backends.class);
        Deployed two = node("n2", Publisher.class)) {
      RoutingTable table = one.get(RoutingTable.class);
      publish(two, route("eu", "192.0.2.2"));
      await().atMost(LONG).until(() -> in(one, () -> table.routes("eu")).size() == 1);
      assertThat(in(one, () -> table.routes("eu")).get(0).getAddress().getHostAddress())
          .isEqualTo("192.0.2.2");
      two.deployment().runtime().close();
      await().atMost(LONG).until(() -> in(one, () -> table.routes("eu")).isEmpty());
    }
  }

  private static NodeAttributes route(String zone, String address) {
    return NodeAttributes.of(Map.of("zone", zone, "address", address, "port", "8080"));
  }

  @Test
  @DisplayName("S4.25: what the own node published is on disk at its next start")
  void what_the_own_node_published_is_kept(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("last-known");
    try (Deployed node = node("n1", Watching.class, Publisher.class)) {
      NodeWatch watch = node.get(Watching.class).watch();
      LastKnown known = new LastKnown(file);
      Thread keeper =
          new Thread(
              () ->
                  ContextLoader.run(
                      node.loader(),
                      () -> {
                        try {
                          known.keep(watch, "n1");
                        } catch (Exception failure) {
                          throw new AssertionError(failure);
                        }
                      }));
      keeper.start();
      publish(node, NodeAttributes.of(ZONE, "eu"));
      await().atMost(LONG).until(() -> Files.exists(file) && text(file).contains("zone=eu"));
      node.deployment().runtime().close();
      keeper.join(LONG.toMillis());
      assertThat(keeper.isAlive()).isFalse();
      assertThat(text(file)).contains("zone=eu");
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file);
  }

  @Test
  void a_watch_is_injected_and_starts_the_engine() {
    try (Deployed node = node("n1", Watching.class)) {
      Watching watching = node.get(Watching.class);
      ContextLoader.run(node.loader(), watching::follow);
      await().atMost(LONG).until(() -> in(node, watching::names).equals(List.of("n1")));
    }
    for (Class<?> bean : List.of(Watching.class, LookingUp.class, Monitored.class)) {
      try (Deployed node = node("n1", bean)) {
        assertThat(node.deployment().runtime().engine()).contains("memory");
      }
    }
  }

  @Test
  @DisplayName("DESIGN 5.8: a view that nobody observes starts nothing")
  void a_view_that_nobody_observes_starts_nothing() {
    try (Deployed node = node("n1", EuNodes.class)) {
      assertThat(node.deployment().runtime().engine()).isEmpty();
    }
  }

  private static void publish(Deployed node, NodeAttributes attributes) {
    Publisher publisher = node.get(Publisher.class);
    ContextLoader.run(node.loader(), () -> publisher.publish(attributes));
  }

  private Deployed node(String name, Class<?>... beans) {
    Map<String, String> settings = new HashMap<>();
    settings.put("primacy.group", "ledger");
    settings.put("primacy.engine", "memory");
    settings.put("primacy.memory.name", space);
    settings.put("primacy.node.name", name);
    settings.put("primacy.lease", "2s");
    return Deployed.with(settings, beans);
  }

  private static <T> T in(Deployed node, Supplier<T> work) {
    return ContextLoader.call(node.loader(), work);
  }
}
