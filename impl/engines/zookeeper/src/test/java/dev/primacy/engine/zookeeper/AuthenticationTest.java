package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.tck.Records.bytes;
import static dev.primacy.engine.tck.Records.stored;
import static dev.primacy.engine.tck.Records.text;
import static dev.primacy.engine.zookeeper.Waiting.awaitWritten;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import java.io.IOException;
import org.apache.zookeeper.KeeperException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nodes with a user and secret, beside others on the same server. */
class AuthenticationTest {

  private static final RecordKey KEY = new RecordKey(RecordKind.GROUP, "ledger");
  private static final RecordKey OTHER = new RecordKey(RecordKind.GROUP, "audit");

  private static EmbeddedNodes server;
  private static String connect;

  private RecordStore owner;
  private RecordVersion version;

  @BeforeAll
  static void startServer() throws IOException, StoreException {
    server = new EmbeddedNodes(1).startAll();
    connect = "127.0.0.1:" + server.address(0).clientPort() + "/guarded";
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  @BeforeEach
  void write() throws StoreException {
    owner = open(surroundings().with(Settings.AUTH, "primacy:right"));
    version = awaitWritten(owner, KEY, "kept");
  }

  @AfterEach
  void close() {
    owner.close();
  }

  private static Surroundings surroundings() {
    return Given.node("node").with(Settings.CONNECT, connect);
  }

  private static RecordStore open(Surroundings surroundings) throws StoreException {
    return new ZooKeeperEngine().open(surroundings);
  }

  @Test
  void nodes_with_the_same_secret_share_their_records() throws Exception {
    try (RecordStore second = open(surroundings().with(Settings.AUTH, "primacy:right"))) {
      assertThat(text(second.read(KEY).orElseThrow())).isEqualTo("kept");
      stored(second.put(KEY, version, bytes("changed")));
      assertThat(text(owner.read(KEY).orElseThrow())).isEqualTo("changed");
    }
  }

  @Test
  @DisplayName("S1.18, S2.48: a node with another secret is refused and told why")
  void a_node_with_another_secret_is_refused_and_told_why() throws Exception {
    assertKeptOut(surroundings().with(Settings.AUTH, "primacy:wrong"));
  }

  @Test
  void a_node_without_a_secret_is_refused_and_told_why() throws Exception {
    assertKeptOut(surroundings());
  }

  private void assertKeptOut(Surroundings surroundings) throws Exception {
    try (RecordStore stranger = open(surroundings)) {
      assertRefused(stranger.put(OTHER, RecordVersion.ABSENT, bytes("x")));
      assertRefused(stranger.put(KEY, version, bytes("x")));
      assertRefused(stranger.remove(KEY, version));
      assertThatThrownBy(() -> stranger.read(KEY))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith("PRIMACY-3049");
      assertThatThrownBy(() -> stranger.list())
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith("PRIMACY-3049");
      assertThat(stranger.status().state()).isEqualTo(StoreStatus.State.DEGRADED);
      assertThat(stranger.status().detail()).startsWith("PRIMACY-3049");
    }
    assertThat(owner.status().state()).isEqualTo(StoreStatus.State.HEALTHY);
    assertThat(text(owner.read(KEY).orElseThrow())).isEqualTo("kept");
    assertThat(owner.read(OTHER)).isEmpty();
  }

  private static void assertRefused(PutOutcome outcome) {
    assertThat(outcome).isInstanceOf(PutOutcome.Refused.class);
    assertThat(((PutOutcome.Refused) outcome).cause()).hasMessageStartingWith("PRIMACY-3049");
  }

  @Test
  void somebody_elses_client_can_neither_read_nor_write_them() throws Exception {
    String path = "/primacy/test/groups/ledger";
    try (RawClient other = new RawClient(connect)) {
      assertThatThrownBy(() -> other.client().getData(path, false, null))
          .isInstanceOf(KeeperException.NoAuthException.class);
      assertThatThrownBy(() -> other.client().setData(path, bytes("x"), -1))
          .isInstanceOf(KeeperException.NoAuthException.class);
      assertThatThrownBy(() -> other.client().getChildren("/primacy/test/groups", false))
          .isInstanceOf(KeeperException.NoAuthException.class);
    }
  }
}
