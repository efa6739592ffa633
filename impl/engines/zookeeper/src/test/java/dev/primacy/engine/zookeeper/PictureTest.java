package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.tck.Records.bytes;
import static dev.primacy.engine.tck.Records.stored;
import static dev.primacy.engine.tck.Records.text;
import static dev.primacy.engine.zookeeper.Waiting.awaitWritten;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.engine.zookeeper.Requests.Reply;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.zookeeper.AddWatchMode;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a list costs, and what it does with reports of changes: late ones, and missing ones. */
class PictureTest {

  private static final AtomicInteger TEST = new AtomicInteger();
  private static final int GROUPS = 100;
  private static final int REQUESTS = (GROUPS + Picture.READ_AT_ONCE - 1) / Picture.READ_AT_ONCE;
  private static final Pattern SENT = Pattern.compile("sent:(\\d+)");

  private static EmbeddedNodes server;

  private final RecordKey key = group(7);
  private final Set<RecordKey> reported = ConcurrentHashMap.newKeySet();
  private Runnable whileReading = () -> {};
  private RecordStore store;
  private ZooKeeper client;
  private Picture picture;

  @BeforeAll
  static void startServer() throws IOException, StoreException {
    server = new EmbeddedNodes(1).startAll();
    awaitWritten(server.store(0), group(0), "ready");
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  @BeforeEach
  void open() throws Exception {
    String connect = "127.0.0.1:" + server.address(0).clientPort() + "/p" + TEST.incrementAndGet();
    store = new ZooKeeperEngine().open(Given.node("a").with(Settings.CONNECT, connect));
    for (int i = 0; i < GROUPS; i++) {
      stored(store.put(group(i), RecordVersion.ABSENT, bytes("1")));
    }
    client = new ZooKeeper(connect, 30_000, event -> {});
    picture = new Picture(client, new Paths("/primacy/test"), new AsTheyAre());
  }

  @AfterEach
  void close() throws InterruptedException {
    client.close();
    store.close();
  }

  private static RecordKey group(int number) {
    return new RecordKey(RecordKind.GROUP, "g" + number);
  }

  /** Creations and writes of this test, which stay apart though a version may come again. */
  private final class AsTheyAre implements Picture.Form {
    @Override
    public Optional<StoredRecord> record(RecordKey key, Reply<byte[]> reply) {
      whileReading.run();
      if (reply.code() == Code.NONODE) {
        return Optional.empty();
      }
      String version = reply.stat().getCzxid() + "." + reply.stat().getVersion();
      return Optional.of(
          new StoredRecord(key, new RecordVersion(version), Stamp.valueOf(reply.value())));
    }

    @Override
    public StoreException failure(Reply<?> reply, String path) {
      return reply.failure(path);
    }
  }

  private void watch() throws Exception {
    Paths paths = new Paths("/primacy/test");
    client.addWatch(
        paths.cluster(),
        event ->
            paths
                .keyOf(String.valueOf(event.getPath()))
                .ifPresent(
                    changed -> {
                      picture.changed(changed);
                      reported.add(changed);
                    }),
        AddWatchMode.PERSISTENT_RECURSIVE);
    picture.watched();
  }

  private List<StoredRecord> complete() throws Exception {
    return picture.complete().get(10, TimeUnit.SECONDS);
  }

  /** As the client counts them; it does not ping while it is used. */
  private long sent() {
    Matcher found = SENT.matcher(client.toString());
    assertThat(found.find()).as(client.toString()).isTrue();
    return Long.parseLong(found.group(1));
  }

  private void write(String value) throws Exception {
    RecordVersion version = store.read(key).orElseThrow().version();
    stored(store.put(key, version, bytes(value)));
  }

  private String shown(List<StoredRecord> records) {
    return records.stream()
        .filter(record -> record.key().equals(key))
        .map(record -> text(record))
        .findFirst()
        .orElse("nothing");
  }

  @Test
  void everything_is_read_once_and_then_what_was_reported_as_changed() throws Exception {
    watch();
    long before = sent();
    assertThat(complete()).hasSize(GROUPS).allSatisfy(r -> assertThat(text(r)).isEqualTo("1"));
    assertThat(sent() - before).isEqualTo(2 + REQUESTS);
    write("2");
    await().until(() -> reported.contains(key));
    before = sent();
    assertThat(shown(complete())).isEqualTo("2");
    assertThat(complete()).hasSize(GROUPS);
    assertThat(sent() - before).isEqualTo(2);
  }

  @Test
  void what_is_removed_goes_and_what_is_created_comes() throws Exception {
    watch();
    complete();
    RecordVersion version = store.read(key).orElseThrow().version();
    stored(store.remove(key, version));
    await().until(() -> reported.contains(key));
    assertThat(complete()).hasSize(GROUPS - 1);
    stored(store.put(group(GROUPS), RecordVersion.ABSENT, bytes("new")));
    await().until(() -> reported.contains(group(GROUPS)));
    assertThat(complete()).hasSize(GROUPS).extracting(StoredRecord::key).contains(group(GROUPS));
  }

  @Test
  void what_is_reported_while_it_is_read_is_read_again() throws Exception {
    watch();
    complete();
    picture.changed(key);
    whileReading = () -> picture.changed(key);
    complete();
    write("2");
    whileReading = () -> {};
    assertThat(shown(complete())).isEqualTo("2");
  }

  @Test
  void a_change_nobody_reported_is_found_in_time_and_then_nothing_is_trusted() throws Exception {
    picture.watched();
    complete();
    write("2");
    assertThatThrownBy(
            () -> {
              for (int i = 0; i <= REQUESTS; i++) {
                complete();
              }
            })
        .hasMessageContaining("PRIMACY-3052")
        .hasMessageContaining("/g7");
    assertThat(shown(complete())).isEqualTo("2");
  }

  @Test
  void without_reports_everything_is_read_each_time() throws Exception {
    complete();
    write("2");
    long before = sent();
    assertThat(shown(complete())).isEqualTo("2");
    assertThat(sent() - before).isEqualTo(2 + REQUESTS);
  }
}
