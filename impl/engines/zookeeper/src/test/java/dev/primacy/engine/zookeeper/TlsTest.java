package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.tck.Records.bytes;
import static dev.primacy.engine.tck.Records.text;
import static dev.primacy.engine.zookeeper.Waiting.awaitWritten;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An external server that takes encrypted connections of the clients it knows, and no others. */
class TlsTest {

  private static final RecordKey KEY = new RecordKey(RecordKind.GROUP, "ledger");

  private static Path directory;
  private static Keys keys;
  private static Path nodeKey;
  private static Path strangerKey;
  private static Path serverTrusted;
  private static Path strangerTrusted;
  private static Path serverKey;
  private static SecureServer server;

  @BeforeAll
  static void start() throws Exception {
    directory = Directories.fresh();
    keys = new Keys(directory);
    serverKey = keys.key("server", "ip:127.0.0.1");
    nodeKey = keys.key("node", "dns:node.example");
    strangerKey = keys.key("stranger", "ip:127.0.0.1");
    serverTrusted = keys.trustIn("server-trusted", serverKey);
    strangerTrusted = keys.trustIn("stranger-trusted", strangerKey);
    server = new SecureServer(directory, serverKey, keys.trustIn("node-trusted", nodeKey));
    try (RecordStore store = new ZooKeeperEngine().open(client(nodeKey, serverTrusted))) {
      awaitWritten(store, KEY, "there"); // so that whoever is refused below, is so for its keys
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
    Directories.delete(directory);
  }

  private static Surroundings plain(String host) {
    return Given.node("node").with(Settings.CONNECT, host + ':' + server.port());
  }

  private static Surroundings client(Path keyStore, Path trustStore) {
    return client("127.0.0.1", keyStore, trustStore);
  }

  private static Surroundings client(String host, Path keyStore, Path trustStore) {
    return plain(host)
        .with(Settings.KEY_STORE, keyStore.toString())
        .with(Settings.KEY_STORE_PASSWORD, Keys.PASSWORD)
        .with(Settings.TRUST_STORE, trustStore.toString())
        .with(Settings.TRUST_STORE_PASSWORD, Keys.PASSWORD);
  }

  @Test
  void records_are_written_and_read_over_an_encrypted_connection() throws Exception {
    try (RecordStore store = new ZooKeeperEngine().open(client(nodeKey, serverTrusted))) {
      awaitWritten(store, KEY, "secret");
      assertThat(text(store.read(KEY).orElseThrow())).isEqualTo("secret");
      assertThat(store.status().state()).isEqualTo(StoreStatus.State.HEALTHY);
    }
  }

  @Test
  void keys_and_certificates_may_be_text_files() throws Exception {
    Surroundings text =
        client(keys.pem(nodeKey, true), keys.pem(serverKey, false))
            .with(Settings.KEY_STORE_PASSWORD, "")
            .with(Settings.TRUST_STORE_PASSWORD, "");
    try (RecordStore store = new ZooKeeperEngine().open(text)) {
      awaitWritten(store, KEY, "text");
    }
  }

  @Test
  void a_server_whose_certificate_is_not_trusted_gets_nothing() throws Exception {
    assertKeptOut(client(nodeKey, strangerTrusted), "PRIMACY-3050");
  }

  @Test
  void a_server_whose_certificate_names_another_host_gets_nothing() throws Exception {
    assertKeptOut(client("localhost", nodeKey, serverTrusted), "PRIMACY-3050");
  }

  @Test
  @DisplayName("S2.48: a node whose certificate the server does not know gets no connection")
  void a_node_whose_certificate_the_server_does_not_know_gets_no_connection() throws Exception {
    assertKeptOut(client(strangerKey, serverTrusted), "PRIMACY-3051");
  }

  @Test
  void a_node_without_encryption_gets_no_connection() throws Exception {
    assertKeptOut(plain("127.0.0.1"), "PRIMACY-3040");
  }

  @Test
  void without_a_server_nobody_is_blamed() throws Exception {
    Surroundings nobody = client(nodeKey, serverTrusted);
    assertKeptOut(nobody.with(Settings.CONNECT, "127.0.0.1:" + FreePorts.next()), "PRIMACY-3048");
  }

  /** The reason is found out in the background, a moment after the first attempt. */
  private static void assertKeptOut(Surroundings surroundings, String number) throws Exception {
    Surroundings hasty = surroundings.withRequestTimeout(Duration.ofMillis(400));
    try (RecordStore store = new ZooKeeperEngine().open(hasty)) {
      await().atMost(Waiting.LONG).until(() -> refusal(store).startsWith(number));
      assertThatThrownBy(() -> store.read(KEY))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith(number);
      assertThat(store.status().state()).isEqualTo(StoreStatus.State.UNREACHABLE);
    }
  }

  private static String refusal(RecordStore store) {
    PutOutcome outcome = store.put(KEY, RecordVersion.ABSENT, bytes("x"));
    assertThat(outcome).isInstanceOf(PutOutcome.Refused.class);
    return String.valueOf(((PutOutcome.Refused) outcome).cause().getMessage());
  }

  @Test
  void stores_that_cannot_be_opened_are_found_before_the_first_connection() {
    Surroundings wrong = client(nodeKey, serverTrusted).with(Settings.KEY_STORE_PASSWORD, "wrong");
    List<String> problems = new ZooKeeperEngine().problems(wrong);
    assertThat(problems)
        .singleElement()
        .asString()
        .startsWith("PRIMACY-3019")
        .contains(nodeKey.toString())
        .doesNotContain("wrong");
  }
}
