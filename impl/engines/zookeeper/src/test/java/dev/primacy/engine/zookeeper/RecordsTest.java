package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.tck.Records.bytes;
import static dev.primacy.engine.tck.Records.stored;
import static dev.primacy.engine.zookeeper.Waiting.awaitWritten;
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
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.ZKUtil;
import org.apache.zookeeper.ZooDefs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only ZooKeeper has: other people's nodes among the records, and what it says of itself. */
class RecordsTest {

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
    return new ZooKeeperEngine().open(Given.node(name).with(Settings.CONNECT, connect));
  }

  @AfterEach
  void close() {
    store.close();
    other.close();
  }

  @Test
  void a_list_skips_what_is_not_a_record() throws Exception {
    RecordKey node = new RecordKey(RecordKind.NODE, "n1");
    stored(store.put(node, RecordVersion.ABSENT, bytes("v")));
    raw("/primacy/test/nodes/not a name", new byte[0]);
    assertThat(other.list()).extracting(StoredRecord::key).containsExactly(node);
  }

  @Test
  void a_foreign_node_in_the_place_of_a_record_is_an_error_and_not_an_empty_record()
      throws Exception {
    assertThat(store.list()).isEmpty();
    raw("/primacy/test/groups/ledger", new byte[3]);
    assertThatThrownBy(() -> store.read(key))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("PRIMACY-3043");
    assertThatThrownBy(() -> store.list()).isInstanceOf(StoreException.class);
  }

  private void raw(String path, byte[] data) throws Exception {
    try (RawClient raw = new RawClient(connect)) {
      raw.client().create(path, data, ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
    }
  }

  @Test
  void a_key_that_is_no_name_never_reaches_another_record() {
    for (String name : List.of("a/b", "..", "", "-a", "a b")) {
      assertThatThrownBy(() -> store.read(new RecordKey(RecordKind.GROUP, name)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void what_is_there_is_hinted_to_whoever_begins_to_watch() throws Exception {
    RecordKey node = new RecordKey(RecordKind.NODE, "n1");
    stored(other.put(node, RecordVersion.ABSENT, bytes("n")));
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
  void a_closed_store_says_so() {
    store.close();
    assertThatThrownBy(() -> store.read(key)).hasMessageContaining("PRIMACY-3044");
  }

  @Test
  void an_external_ensemble_is_healthy_while_connected_and_needs_no_one_else() throws Exception {
    store.read(key);
    assertThat(store.status().state()).isEqualTo(StoreStatus.State.HEALTHY);
    assertThat(store.servesPeers()).isFalse();
  }
}
