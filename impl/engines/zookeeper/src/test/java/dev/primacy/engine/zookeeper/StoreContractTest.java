package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Waiting.awaitWritten;
import static dev.primacy.engine.zookeeper.Waiting.bytes;
import static dev.primacy.engine.zookeeper.Waiting.stored;
import static dev.primacy.engine.zookeeper.Waiting.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import dev.primacy.spi.StoredRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.ZKUtil;
import org.apache.zookeeper.ZooDefs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of the registers, by clients of a server that somebody else runs. */
class StoreContractTest {

  private static final AtomicInteger TEST = new AtomicInteger();

  private static EmbeddedNodes server;

  private final RecordKey key = new RecordKey(RecordKind.GROUP, "ledger");
  private String connect;
  private RecordStore store;
  private RecordStore other;

  @BeforeAll
  static void startServer() throws IOException, StoreException {
    server = new EmbeddedNodes(1).startAll();
    awaitWritten(server.store(0), new RecordKey(RecordKind.GROUP, "ready"), "ready");
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  @BeforeEach
  void open() throws StoreException {
    String chroot = "/apps/t" + TEST.incrementAndGet();
    connect = "127.0.0.1:" + server.address(0).clientPort() + chroot;
    store = open("a");
    other = open("b");
  }

  private RecordStore open(String name) throws StoreException {
    return new ZooKeeperEngine().open(new Surroundings(name).with(Settings.CONNECT, connect));
  }

  @AfterEach
  void close() {
    store.close();
    other.close();
  }

  @Test
  void a_record_is_created_read_changed_and_removed() throws Exception {
    assertThat(store.read(key)).isEmpty();
    RecordVersion first = stored(store.put(key, RecordVersion.ABSENT, bytes("1")));
    StoredRecord read = other.read(key).orElseThrow();
    assertThat(text(read)).isEqualTo("1");
    assertThat(read.version()).isEqualTo(first);
    RecordVersion second = stored(other.put(key, first, bytes("2")));
    assertThat(text(store.read(key).orElseThrow())).isEqualTo("2");
    assertThat(store.read(key).orElseThrow().version()).isEqualTo(second);
    assertThat(stored(store.remove(key, second))).isEqualTo(RecordVersion.ABSENT);
    assertThat(other.read(key)).isEmpty();
  }

  @Test
  void another_version_than_expected_is_a_conflict_and_changes_nothing() throws Exception {
    RecordVersion first = stored(store.put(key, RecordVersion.ABSENT, bytes("1")));
    RecordVersion second = stored(store.put(key, first, bytes("2")));
    assertThat(other.put(key, RecordVersion.ABSENT, bytes("x")))
        .isInstanceOf(PutOutcome.Conflict.class);
    assertThat(other.put(key, first, bytes("x"))).isInstanceOf(PutOutcome.Conflict.class);
    assertThat(other.remove(key, first)).isInstanceOf(PutOutcome.Conflict.class);
    for (String foreign : List.of("nonsense", ".1", "0.-1", "ff.x")) {
      RecordVersion version = new RecordVersion(foreign);
      assertThat(other.put(key, version, bytes("x"))).isInstanceOf(PutOutcome.Conflict.class);
      assertThat(other.remove(key, version)).isInstanceOf(PutOutcome.Conflict.class);
    }
    assertThat(text(store.read(key).orElseThrow())).isEqualTo("2");
    assertThat(store.read(key).orElseThrow().version()).isEqualTo(second);
  }

  @Test
  void versions_do_not_recur_over_removal_and_creation() throws Exception {
    Set<RecordVersion> seen = new HashSet<>();
    RecordVersion stale = RecordVersion.ABSENT;
    for (int i = 0; i < 5; i++) {
      RecordVersion created = stored(store.put(key, RecordVersion.ABSENT, bytes("new")));
      assertThat(seen.add(created)).isTrue();
      if (i > 0) {
        // ZooKeeper's own version is 0 in both: only the mark of the creation tells them apart.
        assertThat(other.put(key, stale, bytes("x"))).isInstanceOf(PutOutcome.Conflict.class);
        assertThat(other.remove(key, stale)).isInstanceOf(PutOutcome.Conflict.class);
      }
      assertThat(text(other.read(key).orElseThrow())).isEqualTo("new");
      stale = created;
      stored(store.remove(key, created));
      assertThat(other.put(key, stale, bytes("x"))).isInstanceOf(PutOutcome.Conflict.class);
    }
  }

  @Test
  void a_list_shows_all_records_of_a_kind_and_skips_what_is_not_one() throws Exception {
    for (int i = 0; i < 20; i++) {
      stored(store.put(new RecordKey(RecordKind.NODE, "n" + i), RecordVersion.ABSENT, bytes("v")));
    }
    stored(store.put(key, RecordVersion.ABSENT, bytes("group")));
    raw("/primacy/test/nodes/not a name", new byte[0]);
    assertThat(other.list(RecordKind.NODE)).hasSize(20);
    assertThat(other.list(RecordKind.GROUP)).extracting(Waiting::text).containsExactly("group");
  }

  @Test
  void a_foreign_node_in_the_place_of_a_record_is_an_error_and_not_an_empty_record()
      throws Exception {
    assertThat(store.list(RecordKind.GROUP)).isEmpty();
    raw("/primacy/test/groups/ledger", new byte[3]);
    assertThatThrownBy(() -> store.read(key))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("PRIMACY-3043");
    assertThatThrownBy(() -> store.list(RecordKind.GROUP)).isInstanceOf(StoreException.class);
  }

  private void raw(String path, byte[] data) throws Exception {
    try (RawClient raw = new RawClient(connect)) {
      raw.client().create(path, data, ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
    }
  }

  @Test
  void values_up_to_the_limit_are_kept_and_larger_ones_refused() throws Exception {
    byte[] largest = new byte[RecordStore.MAX_VALUE_BYTES];
    Arrays.fill(largest, (byte) 7);
    RecordVersion version = stored(store.put(key, RecordVersion.ABSENT, largest));
    assertThat(other.read(key).orElseThrow().value()).isEqualTo(largest);
    assertThat(store.put(key, version, new byte[RecordStore.MAX_VALUE_BYTES + 1]))
        .isInstanceOf(PutOutcome.Refused.class);
    stored(store.put(key, version, new byte[0]));
    assertThat(other.read(key).orElseThrow().value()).isEmpty();
  }

  @Test
  void a_key_that_is_no_name_never_reaches_another_record() {
    for (String name : List.of("a/b", "..", "", "-a", "a b")) {
      assertThatThrownBy(() -> store.read(new RecordKey(RecordKind.GROUP, name)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void concurrent_writers_never_lose_an_update() throws Exception {
    stored(store.put(key, RecordVersion.ABSENT, bytes("")));
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Future<Integer>> writers = new ArrayList<>();
    for (int w = 0; w < 4; w++) {
      int id = w;
      writers.add(pool.submit(() -> append(id % 2 == 0 ? store : other, id, 25)));
    }
    int conflicts = 0;
    for (Future<Integer> writer : writers) {
      conflicts += writer.get();
    }
    pool.shutdown();
    List<String> log = List.of(text(store.read(key).orElseThrow()).split(" "));
    assertThat(log).hasSize(100).doesNotHaveDuplicates();
    for (int w = 0; w < 4; w++) {
      String writer = w + ":";
      List<String> own = log.stream().filter(entry -> entry.startsWith(writer)).toList();
      List<String> inOrder = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        inOrder.add(writer + i);
      }
      assertThat(own).isEqualTo(inOrder);
    }
    assertThat(conflicts).as("writers met").isPositive();
  }

  private int append(RecordStore through, int writer, int times) throws Exception {
    int conflicts = 0;
    for (int done = 0; done < times; ) {
      StoredRecord read = through.read(key).orElseThrow();
      String next = (text(read) + " " + writer + ":" + done).strip();
      PutOutcome outcome = through.put(key, read.version(), bytes(next));
      assertThat(outcome).isNotInstanceOf(PutOutcome.Unknown.class);
      if (outcome instanceof PutOutcome.Stored) {
        done++;
      } else {
        conflicts++;
      }
    }
    return conflicts;
  }

  @Test
  void every_change_is_hinted_and_what_is_there_too() throws Exception {
    Set<RecordKey> hinted = ConcurrentHashMap.newKeySet();
    assertThat(store.watch(hinted::add)).isTrue();
    RecordVersion version = stored(other.put(key, RecordVersion.ABSENT, bytes("1")));
    await().atMost(Waiting.LONG).until(() -> hinted.contains(key));
    hinted.clear();
    version = stored(other.put(key, version, bytes("2")));
    await().atMost(Waiting.LONG).until(() -> hinted.contains(key));
    RecordKey node = new RecordKey(RecordKind.NODE, "n1");
    stored(other.put(node, RecordVersion.ABSENT, bytes("n")));
    await().atMost(Waiting.LONG).until(() -> hinted.contains(node));
    hinted.clear();
    stored(other.remove(key, version));
    await().atMost(Waiting.LONG).until(() -> hinted.contains(key));
    Set<RecordKey> late = ConcurrentHashMap.newKeySet();
    try (RecordStore third = open("c")) {
      third.watch(late::add);
      await().atMost(Waiting.LONG).until(() -> late.contains(node));
    }
  }

  @Test
  void after_a_wipe_the_store_is_empty_and_works_on() throws Exception {
    RecordVersion version = stored(store.put(key, RecordVersion.ABSENT, bytes("1")));
    try (RawClient raw = new RawClient(connect)) {
      ZKUtil.deleteRecursive(raw.client(), "/primacy");
    }
    assertThat(store.put(key, version, bytes("x"))).isInstanceOf(PutOutcome.Conflict.class);
    assertThat(store.put(key, RecordVersion.ABSENT, bytes("2")))
        .as("there is nowhere to put it yet")
        .isInstanceOf(PutOutcome.Refused.class);
    assertThat(store.read(key)).isEmpty();
    stored(store.put(key, RecordVersion.ABSENT, bytes("3")));
  }

  @Test
  void an_interrupted_write_is_unknown_and_an_interrupted_read_throws() {
    Thread.currentThread().interrupt();
    assertThat(store.put(key, RecordVersion.ABSENT, bytes("1")))
        .isInstanceOf(PutOutcome.Unknown.class);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThatThrownBy(() -> store.read(key)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void a_closed_store_refuses() {
    store.close();
    store.close();
    assertThat(store.put(key, RecordVersion.ABSENT, bytes("1")))
        .isInstanceOf(PutOutcome.Refused.class);
    assertThatThrownBy(() -> store.read(key)).hasMessageContaining("PRIMACY-3044");
  }

  @Test
  void an_external_ensemble_is_healthy_while_connected_and_needs_no_one_else() throws Exception {
    store.read(key);
    assertThat(store.status().state()).isEqualTo(StoreStatus.State.HEALTHY);
    assertThat(store.servesPeers()).isFalse();
  }
}
