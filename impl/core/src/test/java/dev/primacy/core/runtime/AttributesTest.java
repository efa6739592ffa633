package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.ClusterNode;
import dev.primacy.NodeAttribute;
import dev.primacy.NodeAttributes;
import dev.primacy.NodeLifecycle;
import dev.primacy.NodeStatus;
import dev.primacy.core.record.NodeRecord;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.event.NodeUpdated;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.StoredRecord;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What nodes publish of themselves while they run. */
class AttributesTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final NodeAttribute<Integer> LOAD = NodeAttribute.ofInt("load");
  private static final NodeAttribute<InetAddress> ADDRESS = NodeAttribute.ofAddress("address");

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

  private static void get(CompletionStage<?> stage) throws Exception {
    stage.toCompletableFuture().get(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  /** A node as another one sees it. */
  private static Optional<ClusterNode> seen(TestNode by, String name) {
    return by.view().nodes().stream().filter(node -> node.id().name().equals(name)).findFirst();
  }

  private static void awaitLoad(TestNode by, String name, int load) {
    await()
        .atMost(LONG)
        .until(() -> seen(by, name).flatMap(node -> node.get(LOAD)).equals(Optional.of(load)));
  }

  private NodeRecord stored(TestNode node) throws Exception {
    RecordKey key = new RecordKey(RecordKind.NODE, node.view().node().incarnation().toString());
    try (BackDoor door = new BackDoor(cluster)) {
      StoredRecord found = door.read(key).orElseThrow();
      return RecordCodec.decodeNode(found.value());
    }
  }

  @Test
  @DisplayName("S4.24: a node publishes its own attributes, all of them each time")
  void others_see_what_a_node_publishes() throws Exception {
    TestNode one =
        started(
            node(cluster, "n1")
                .with("primacy.node.attributes.zone", "eu")
                .with("primacy.node.attributes.load", "1"));
    TestNode two = started(node(cluster, "n2"));
    awaitLoad(two, "n1", 1);
    assertThat(seen(two, "n1").orElseThrow().status()).isEmpty();
    assertThat(seen(two, "n1").orElseThrow().lifecycle()).isEqualTo(NodeLifecycle.UP);

    InetAddress address = InetAddress.getByName("203.0.113.42");
    get(one.view().attributes(NodeAttributes.of(LOAD, 17).with(ADDRESS, address)));
    awaitLoad(two, "n1", 17);
    ClusterNode first = seen(two, "n1").orElseThrow();
    assertThat(first.get(ADDRESS)).contains(address);
    assertThat(first.attributes()).containsEntry("zone", "eu");
    assertThat(first.status()).map(NodeStatus::version).contains(1L);

    get(one.view().attributes(NodeAttributes.of(ADDRESS, address)));
    awaitLoad(two, "n1", 1);
    assertThat(seen(two, "n1").orElseThrow().status()).map(NodeStatus::version).contains(2L);
    assertThat(first.get(LOAD)).contains(17);
  }

  @Test
  void the_stage_says_that_the_store_has_it() throws Exception {
    TestNode one = started(node(cluster, "n1"));

    get(one.view().attributes(NodeAttributes.of(LOAD, 5)));
    assertThat(stored(one).attributes()).containsEntry("load", "5");

    get(one.view().attributes(NodeAttributes.of(LOAD, 5)));
    assertThat(stored(one).status()).map(NodeStatus::version).contains(1L);
  }

  @Test
  void whoever_waits_for_the_stage_holds_no_renewal_up() throws Exception {
    TestNode one = started(node(cluster, "n1"));
    await().atMost(LONG).until(one::isPrimary);
    CountDownLatch over = new CountDownLatch(1);
    CountDownLatch waiting = new CountDownLatch(1);
    var unused =
        one.view()
            .attributes(NodeAttributes.of(LOAD, 1))
            .thenRun(
                () -> {
                  waiting.countDown();
                  await().atMost(LONG).until(() -> over.getCount() == 0);
                });
    assertThat(waiting.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();

    long before = stored(one).attempt();
    await().atMost(LONG).until(() -> stored(one).attempt() > before + 3);
    assertThat(one.isPrimary()).isTrue();
    over.countDown();
  }

  @Test
  void a_flood_is_a_few_writes_and_its_last_word_is_seen() throws Exception {
    TestNode one = started(node(cluster, "n1"));
    TestNode two = started(node(cluster, "n2"));
    get(one.view().attributes(NodeAttributes.of(LOAD, -1)));
    long before = stored(one).attempt();
    long began = System.nanoTime();

    List<CompletionStage<Void>> all = new ArrayList<>();
    for (int load = 0; load < 20_000; load++) {
      all.add(one.view().attributes(NodeAttributes.of(LOAD, load)));
    }
    for (CompletionStage<Void> each : all) {
      get(each);
    }
    awaitLoad(two, "n1", 19_999);

    Duration took = Duration.ofNanos(System.nanoTime() - began);
    long writes = stored(one).attempt() - before;
    // a write every retry interval of 100 ms and more, however many changes
    assertThat(writes).isLessThanOrEqualTo(3 + took.toMillis() / 50);
    assertThat(two.heard(NodeUpdated.class).size()).isLessThanOrEqualTo((int) writes + 3);
  }

  @Test
  void what_cannot_be_published_is_named_and_nothing_is_published() throws Exception {
    TestNode one = started(node(cluster, "n1").with("primacy.node.attributes.zone", "eu"));
    get(one.view().attributes(NodeAttributes.of(LOAD, 1)));

    Map<String, String> many = new HashMap<>();
    for (int i = 0; i < 32; i++) {
      many.put("a" + i, "x");
    }
    refused(one, many, "PRIMACY-1062", "33", "32");
    refused(one, Map.of("primacy.control", "x"), "PRIMACY-1061", "primacy.control");
    refused(one, Map.of(" ", "x"), "PRIMACY-1061", "blank");
    refused(one, Map.of("a\u001b[2J", "x"), "PRIMACY-1061", "control characters");
    refused(one, Map.of("a", "ä".repeat(128)), "PRIMACY-1016", "257");
    refused(one, Map.of(" ", "x", "b", "y".repeat(256)), "PRIMACY-1061", "PRIMACY-1016");

    assertThat(stored(one).attributes()).isEqualTo(Map.of("zone", "eu", "load", "1"));
  }

  private static void refused(TestNode node, Map<String, String> wrong, String... words) {
    assertThatThrownBy(() -> node.view().attributes(NodeAttributes.of(wrong)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(words)
        .satisfies(
            refusal ->
                assertThat(String.valueOf(refusal.getMessage()).chars())
                    .noneMatch(Character::isISOControl));
  }

  @Test
  void a_node_that_comes_back_as_a_new_one_says_it_again() throws Exception {
    TestNode one = started(node(cluster, "n1"));
    TestNode two = started(node(cluster, "n2"));
    get(one.view().attributes(NodeAttributes.of(LOAD, 7)));
    awaitLoad(two, "n1", 7);
    UUID before = one.view().node().incarnation();

    try (BackDoor door = new BackDoor(cluster)) {
      door.wipe();
    }

    await().atMost(LONG).until(() -> !one.view().node().incarnation().equals(before));
    await()
        .atMost(LONG)
        .until(
            () ->
                two.view().nodes().stream()
                    .filter(node -> node.id().equals(one.view().node()))
                    .anyMatch(node -> node.get(LOAD).equals(Optional.of(7))));
    get(one.view().attributes(NodeAttributes.of(LOAD, 8)));
    assertThat(stored(one).attributes()).containsEntry("load", "8");
  }

  @Test
  void others_see_that_a_node_is_leaving_while_it_hands_over() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    TestNode one =
        started(
            node(cluster, "n1")
                .observing(
                    event -> {
                      if (event instanceof dev.primacy.event.NodeRoleChanging changing
                          && changing.to() == dev.primacy.NodeRole.SECONDARY) {
                        await().atMost(LONG).until(() -> slow.getCount() == 0);
                      }
                    }));
    await().atMost(LONG).until(one::isPrimary);
    TestNode two = started(node(cluster, "n2"));
    await().atMost(LONG).until(() -> seen(two, "n1").isPresent());

    Thread stop = new Thread(one::close);
    stop.start();
    try {
      await()
          .atMost(LONG)
          .until(
              () ->
                  seen(two, "n1")
                      .map(ClusterNode::lifecycle)
                      .equals(Optional.of(NodeLifecycle.LEAVING)));
    } finally {
      slow.countDown();
      stop.join();
    }
    await().atMost(LONG).until(() -> seen(two, "n1").isEmpty());
  }

  @Test
  void a_node_that_has_left_publishes_nothing() throws Exception {
    TestNode one = started(node(cluster, "n1"));
    one.close();

    assertThatThrownBy(() -> get(one.view().attributes(NodeAttributes.of(LOAD, 1))))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PRIMACY-2060");
  }
}
