package dev.primacy.engine.zookeeper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
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
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedEnsembleTest {

  private static final RecordKey KEY = new RecordKey(RecordKind.GROUP, "ledger");

  private EmbeddedNodes nodes;

  @BeforeEach
  void start() throws IOException, StoreException {
    nodes = new EmbeddedNodes(3).startAll();
  }

  @AfterEach
  void stop() throws IOException {
    nodes.close();
  }

  @Test
  void what_one_node_writes_the_others_read_at_once() throws Exception {
    RecordVersion version = created(nodes.store(0), "0");
    for (int i = 1; i <= 100; i++) {
      String value = Integer.toString(i);
      PutOutcome outcome = nodes.store(i % 3).put(KEY, version, value.getBytes(UTF_8));
      assertThat(outcome).isInstanceOf(PutOutcome.Stored.class);
      version = ((PutOutcome.Stored) outcome).version();
      StoredRecord read = nodes.store((i + 1) % 3).read(KEY).orElseThrow();
      assertThat(new String(read.value(), UTF_8)).isEqualTo(value);
      assertThat(read.version()).isEqualTo(version);
    }
  }

  @Test
  void the_loss_of_one_voter_is_shown_and_survived() throws Exception {
    created(nodes.store(0), "a");
    awaitState(0, StoreStatus.State.HEALTHY);
    nodes.stop(2);
    awaitState(0, StoreStatus.State.DEGRADED);
    assertThat(nodes.store(0).status().detail())
        .isEqualTo("voters present 2 of 3: one more loss stops writing");
    awaitWritable(nodes.store(0));
    awaitWritable(nodes.store(1));
    nodes.start(2);
    awaitState(0, StoreStatus.State.HEALTHY);
    awaitWritable(nodes.store(2));
  }

  private void awaitState(int node, StoreStatus.State state) {
    await().atMost(Duration.ofSeconds(15)).until(() -> nodes.store(node).status().state() == state);
  }

  private static void awaitWritable(RecordStore store) {
    await()
        .atMost(Duration.ofSeconds(15))
        .ignoreException(StoreException.class)
        .until(
            () -> {
              Optional<StoredRecord> found = store.read(KEY);
              RecordVersion version = found.map(StoredRecord::version).orElse(RecordVersion.ABSENT);
              return store.put(KEY, version, new byte[1]) instanceof PutOutcome.Stored;
            });
  }

  private static RecordVersion created(RecordStore store, String value) {
    PutOutcome[] last = new PutOutcome[1];
    await()
        .atMost(Duration.ofSeconds(15))
        .until(
            () -> {
              last[0] = store.put(KEY, RecordVersion.ABSENT, value.getBytes(UTF_8));
              return last[0] instanceof PutOutcome.Stored;
            });
    return ((PutOutcome.Stored) last[0]).version();
  }
}
