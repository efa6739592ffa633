package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.tck.Records.bytes;
import static dev.primacy.engine.tck.Records.stored;
import static dev.primacy.engine.tck.Records.text;
import static dev.primacy.engine.zookeeper.Waiting.awaitState;
import static dev.primacy.engine.zookeeper.Waiting.awaitWritten;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.engine.tck.FreePorts;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import dev.primacy.spi.StoredRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Four nodes, three of them voters. */
class EmbeddedEnsembleTest {

  private static final RecordKey KEY = new RecordKey(RecordKind.GROUP, "ledger");

  private EmbeddedNodes nodes;

  @BeforeEach
  void start() throws IOException, StoreException {
    nodes = new EmbeddedNodes(4).withRequestTimeout(Duration.ofSeconds(1)).startAll();
  }

  @AfterEach
  void stop() throws IOException {
    nodes.close();
  }

  @Test
  void what_one_node_writes_the_others_read_at_once() throws Exception {
    RecordVersion version = awaitWritten(nodes.store(0), KEY, "0");
    for (int i = 0; i < 4; i++) {
      awaitState(nodes.store(i), StoreStatus.State.HEALTHY);
    }
    for (int i = 1; i <= 200; i++) {
      String value = Integer.toString(i);
      version = stored(nodes.store(i % 4).put(KEY, version, bytes(value)));
      StoredRecord read = nodes.store((i + 1) % 4).read(KEY).orElseThrow();
      assertThat(text(read)).isEqualTo(value);
      assertThat(read.version()).isEqualTo(version);
      assertThat(nodes.store((i + 2) % 4).list())
          .extracting(record -> text(record))
          .containsExactly(value);
    }
  }

  @Test
  void the_first_three_serve_and_the_fourth_is_their_client() {
    assertThat(nodes.store(0).servesPeers()).isTrue();
    assertThat(nodes.store(3).servesPeers()).isFalse();
    assertThat(FreePorts.isFree(nodes.address(3).clientPort())).isTrue();
    awaitWritten(nodes.store(3), KEY, "by the fourth");
  }

  @Test
  void each_loss_of_a_voter_is_shown_and_survived_until_the_quorum_is_gone() throws Exception {
    awaitWritten(nodes.store(0), KEY, "three");
    for (int i = 0; i < 4; i++) {
      awaitState(nodes.store(i), StoreStatus.State.HEALTHY);
    }
    assertThat(nodes.store(3).status().detail()).isEqualTo("voters present 3 of 3");
    Set<RecordKey> hinted = ConcurrentHashMap.newKeySet();
    nodes.store(3).watch(hinted::add);

    nodes.stop(2);
    // for a moment nobody answers if the one that was stopped led
    StoreStatus two =
        new StoreStatus(
            StoreStatus.State.DEGRADED, "voters present 2 of 3: one more loss stops writing");
    await().atMost(Waiting.LONG).until(() -> nodes.store(0).status().equals(two));
    awaitWritten(nodes.store(1), KEY, "two");

    nodes.stop(1);
    assertNothingWorks(nodes.store(0));
    assertNothingWorks(nodes.store(3));
    awaitState(nodes.store(3), StoreStatus.State.UNREACHABLE);

    hinted.clear();
    nodes.start(1);
    awaitWritten(nodes.store(0), KEY, "two again");
    awaitWritten(nodes.store(3), KEY, "and through the fourth");
    await().atMost(Waiting.LONG).until(() -> hinted.contains(KEY));
    nodes.start(2);
    awaitState(nodes.store(3), StoreStatus.State.HEALTHY);
    assertThat(text(nodes.store(2).read(KEY).orElseThrow())).isEqualTo("and through the fourth");
  }

  private static void assertNothingWorks(RecordStore store) {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> store.read(KEY)).isInstanceOf(StoreException.class);
      PutOutcome outcome = store.put(KEY, RecordVersion.ABSENT, bytes("x"));
      assertThat(outcome).isInstanceOfAny(PutOutcome.Refused.class, PutOutcome.Unknown.class);
    }
    PutOutcome settled = store.put(KEY, RecordVersion.ABSENT, bytes("x"));
    assertThat(settled)
        .as("nothing is sent without a connection")
        .isInstanceOf(PutOutcome.Refused.class);
  }
}
