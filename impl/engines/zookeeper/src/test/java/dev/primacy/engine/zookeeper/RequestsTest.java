package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.tck.Records.bytes;
import static dev.primacy.engine.tck.Records.group;
import static dev.primacy.engine.tck.Records.node;
import static dev.primacy.engine.tck.Records.stored;
import static dev.primacy.engine.tck.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node asks of a server, as the server counts it. */
class RequestsTest {

  private static final int GROUPS = 40;

  private final RecordKey own = node("n1");
  private final RecordKey peer = node("n2");
  private CountedServer server;
  private RecordStore store;
  private RecordStore other;

  @BeforeEach
  void open() throws Exception {
    server = new CountedServer();
    store = open("a");
    other = open("b");
    Waiting.awaitWritten(other, peer, "0");
    for (int i = 0; i < GROUPS; i++) {
      stored(other.put(group("g" + i), RecordVersion.ABSENT, bytes("1")));
    }
  }

  private RecordStore open(String name) throws StoreException {
    return new ZooKeeperEngine().open(Given.node(name).with(Settings.CONNECT, server.connect()));
  }

  @AfterEach
  void close() throws Exception {
    store.close();
    other.close();
    server.close();
  }

  /**
   * The transaction is the barrier too, and then what changed is read: here the others' renewals.
   */
  @Test
  void a_write_and_its_list_are_two_requests_however_many_records_there_are() throws Exception {
    RecordVersion version = renewed(RecordVersion.ABSENT, "0");
    for (int i = 1; i <= 10; i++) {
      RecordVersion known = other.read(peer).orElseThrow().version();
      stored(other.put(peer, known, bytes("" + i)));
      long before = server.requests();
      version = renewed(version, "" + i);
      assertThat(server.requests() - before).isEqualTo(2);
    }
  }

  @Test
  void a_write_that_conflicts_has_a_barrier_of_its_own() throws Exception {
    RecordVersion first = renewed(RecordVersion.ABSENT, "0");
    renewed(first, "1");
    long before = server.requests();
    List<PutOutcome> outcomes = new ArrayList<>();
    assertThat(shown(store.putAndList(own, first, bytes("never"), outcomes::add))).isEqualTo("1");
    assertThat(outcomes).singleElement().isInstanceOf(PutOutcome.Conflict.class);
    assertThat(server.requests() - before).isEqualTo(3);
  }

  private RecordVersion renewed(RecordVersion known, String value) throws Exception {
    List<PutOutcome> outcomes = new ArrayList<>();
    List<StoredRecord> found = store.putAndList(own, known, bytes(value), outcomes::add);
    assertThat(found).hasSize(GROUPS + 2);
    assertThat(shown(found)).isEqualTo(value);
    return stored(outcomes.get(0));
  }

  private String shown(List<StoredRecord> found) {
    return found.stream()
        .filter(record -> record.key().equals(own))
        .map(record -> text(record))
        .findFirst()
        .orElse("nothing");
  }
}
