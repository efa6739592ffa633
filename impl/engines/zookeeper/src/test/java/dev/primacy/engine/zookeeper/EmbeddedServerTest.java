package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.tck.Records.bytes;
import static dev.primacy.engine.tck.Records.text;
import static dev.primacy.engine.zookeeper.Waiting.awaitState;
import static dev.primacy.engine.zookeeper.Waiting.awaitWritten;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.primacy.engine.tck.FreePorts;
import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.zookeeper.server.ExitCode;
import org.apache.zookeeper.server.ZooKeeperServer;
import org.apache.zookeeper.server.quorum.QuorumPeer;
import org.apache.zookeeper.util.ServiceUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One embedded server: its start, its end, and what can go wrong with it. */
class EmbeddedServerTest {

  private static final RecordKey KEY = new RecordKey(RecordKind.GROUP, "ledger");

  private EmbeddedNodes nodes;

  @BeforeEach
  void prepare() throws IOException {
    nodes = new EmbeddedNodes(1);
  }

  @AfterEach
  void stop() throws IOException {
    nodes.close();
  }

  @Test
  void what_was_written_is_there_after_a_restart_from_the_same_directory() throws Exception {
    RecordVersion version = awaitWritten(nodes.start(0), KEY, "kept");
    for (int i = 0; i < 3; i++) {
      nodes.stop(0);
      RecordStore again = nodes.start(0);
      await().atMost(Waiting.LONG).ignoreExceptions().until(() -> again.read(KEY).isPresent());
      assertThat(text(again.read(KEY).orElseThrow())).isEqualTo("kept");
      assertThat(again.read(KEY).orElseThrow().version()).isEqualTo(version);
    }
    assertThat(fileNames(nodes.data(0))).noneMatch(name -> name.endsWith(".properties"));
  }

  @Test
  void it_starts_although_the_threads_of_a_container_begin_later() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    Surroundings starting = nodes.context(0).withThreadsAfter(started);
    try (RecordStore store = new ZooKeeperEngine().open(starting)) {
      started.countDown();
      awaitWritten(store, KEY, "x");
    } finally {
      started.countDown();
    }
  }

  private static Set<String> fileNames(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  @ParameterizedTest
  @CsvSource({"0, the quorum", "1000, elections", "2000, clients"})
  void a_port_in_use_is_named_and_nothing_is_left_running(int offset, String purpose)
      throws Exception {
    int port = nodes.address(0).port() + offset;
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      assertThatThrownBy(() -> nodes.start(0))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith("PRIMACY-3020: Port " + port + " of 127.0.0.1")
          .hasMessageContaining(purpose);
    }
    await().atMost(Waiting.LONG).until(() -> newThreads(before).isEmpty());
    awaitWritten(nodes.start(0), KEY, "free again");
  }

  @Test
  void a_broken_database_fails_the_start_at_once_with_its_cause() throws Exception {
    awaitWritten(nodes.start(0), KEY, "x");
    nodes.stop(0);
    Files.writeString(nodes.data(0).resolve("version-2").resolve("currentEpoch"), "nonsense");
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    assertThatThrownBy(() -> nodes.start(0))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("PRIMACY-3021")
        .hasMessageContaining("nonsense");
    await().atMost(Waiting.LONG).until(() -> newThreads(before).isEmpty());
    for (int port : List.of(0, 1000, 2000)) {
      assertThat(FreePorts.isFree(nodes.address(0).port() + port)).isTrue();
    }
  }

  /** A crash may come in the middle of a snapshot, of a change of epochs, of a new log. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "currentEpoch.tmp",
        "acceptedEpoch.tmp",
        "snapshot.f00000001",
        "snapshot.f00000001.tmp",
        "log.f00000001"
      })
  void what_a_killed_server_left_behind_is_no_obstacle(String left) throws Exception {
    awaitWritten(nodes.start(0), KEY, "kept");
    nodes.stop(0);
    Path kept = nodes.data(0).resolve("version-2");
    for (String content : List.of("", "ZK")) {
      Files.writeString(kept.resolve(left), content);
      // the ports of the one that was closed may be held a moment longer
      RecordStore again =
          await()
              .atMost(Waiting.LONG)
              .ignoreException(StoreException.class)
              .until(() -> nodes.start(0), Objects::nonNull);
      await().atMost(Waiting.LONG).ignoreExceptions().until(() -> again.read(KEY).isPresent());
      assertThat(text(again.read(KEY).orElseThrow())).isEqualTo("kept");
      nodes.stop(0);
    }
  }

  @Test
  void a_directory_that_cannot_be_made_fails_the_start() {
    Surroundings context = nodes.context(0).with(Settings.DATA, "/proc/primacy");
    assertThatThrownBy(() -> new ZooKeeperEngine().open(context))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("PRIMACY-3012")
        .hasMessageContaining("/proc/primacy");
  }

  @Test
  void a_fatal_error_suspends_the_node_and_ends_the_server_until_it_is_opened_again()
      throws Exception {
    RecordStore store = nodes.start(0);
    awaitWritten(store, KEY, "before");
    awaitState(store, StoreStatus.State.DEGRADED);
    assertThatThrownBy(
            () -> ServiceUtils.requestSystemExit(ExitCode.UNMATCHED_TXN_COMMIT.getValue()))
        .as("the caller never goes on")
        .isInstanceOf(FatalExits.ServerExit.class);
    assertThat(store.status().state()).isEqualTo(StoreStatus.State.FAILED);
    assertThat(store.put(KEY, RecordVersion.ABSENT, bytes("x")))
        .isInstanceOf(PutOutcome.Refused.class);
    assertThatThrownBy(() -> store.read(KEY)).hasMessageContaining("PRIMACY-3045");
    await().atMost(Waiting.LONG).until(() -> FreePorts.isFree(nodes.address(0).clientPort()));
    assertThat(store.status().state()).isEqualTo(StoreStatus.State.FAILED);
    nodes.stop(0);
    RecordStore again = nodes.start(0);
    await().atMost(Waiting.LONG).ignoreExceptions().until(() -> again.read(KEY).isPresent());
    assertThat(text(again.read(KEY).orElseThrow())).isEqualTo("before");
    awaitWritten(again, KEY, "after");
  }

  @Test
  void the_end_of_the_servers_main_thread_is_noticed() throws Exception {
    RecordStore store = nodes.start(0);
    awaitWritten(store, KEY, "before");
    // Ends its main loop, as an error thrown in it would.
    peer().shutdown();
    awaitState(store, StoreStatus.State.FAILED);
    nodes.stop(0);
    awaitWritten(nodes.start(0), KEY, "after");
  }

  @Test
  void a_session_that_expired_is_replaced_and_hints_go_on() throws Exception {
    RecordStore store = nodes.start(0);
    awaitWritten(store, KEY, "before");
    Set<RecordKey> hinted = ConcurrentHashMap.newKeySet();
    store.watch(hinted::add);
    await().atMost(Waiting.LONG).until(() -> store.status().detail().contains("1 of 1"));
    ZooKeeperServer server = peer().getActiveServer();
    // Sessions with an ephemeral node: that of this voter's presence.
    Set<Long> old = Set.copyOf(server.getZKDatabase().getSessions());
    assertThat(old).hasSize(1);
    old.forEach(server::closeSession);
    await()
        .atMost(Waiting.LONG)
        .until(
            () -> {
              Set<Long> now = Set.copyOf(server.getZKDatabase().getSessions());
              return !now.isEmpty() && !now.equals(old);
            });
    await().atMost(Waiting.LONG).until(() -> hinted.contains(KEY));
    hinted.clear();
    awaitWritten(store, KEY, "after");
    await().atMost(Waiting.LONG).until(() -> hinted.contains(KEY));
    assertThat(text(store.read(KEY).orElseThrow())).isEqualTo("after");
    awaitState(store, StoreStatus.State.DEGRADED);
    assertThat(store.status().detail()).startsWith("voters present 1 of 1");
  }

  private static QuorumPeer peer() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(QuorumPeer.class::isInstance)
        .map(QuorumPeer.class::cast)
        .filter(QuorumPeer::isRunning)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void closing_takes_little_time_and_leaves_no_thread_and_no_socket() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    RecordStore store = nodes.start(0);
    awaitWritten(store, KEY, "x");
    store.watch(key -> {});
    assertThat(newThreads(before)).isNotEmpty();
    assertTimeout(Duration.ofSeconds(5), store::close);
    for (int offset : List.of(0, 1000, 2000)) {
      assertThat(FreePorts.isFree(nodes.address(0).port() + offset)).isTrue();
    }
    // ZooKeeper's election threads wait out a poll of three seconds.
    await().atMost(Duration.ofSeconds(8)).until(() -> newThreads(before).isEmpty());
    assertThat(nodes.surroundings(0).threadsMade()).noneMatch(Thread::isAlive);
  }

  private static List<String> newThreads(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive() && !before.contains(thread))
        .map(Thread::getName)
        .filter(name -> !name.startsWith("awaitility") && !name.startsWith("surefire"))
        .toList();
  }
}
