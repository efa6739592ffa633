package dev.primacy.engine.tck;

import static dev.primacy.engine.tck.Records.created;
import static dev.primacy.engine.tck.Records.group;
import static dev.primacy.engine.tck.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Registers are linearizable, for many callers at a time. */
interface ConcurrencyRules {

  @Test
  default void an_order_explains_what_concurrent_clients_were_told(Bench bench) throws Exception {
    long met = 0;
    for (int round = 0; round < 2; round++) {
      Bench.Stores stores = bench.openSome(4, "r" + round);
      Workload workload = new Workload(bench, stores.all());
      workload.run(300, () -> Waiting.pass(Duration.ofMillis(700)));
      workload.explain(bench.service().recovery());
      met += workload.history().count(Operation.Outcome.CONFLICT);
    }
    assertThat(met).as("conflicts: the clients did meet").isPositive();
  }

  @Test
  default void of_many_writers_exactly_one_succeeds_each_version(Bench bench) throws Exception {
    RecordKey key = group("race");
    List<RecordStore> stores = List.of(bench.open("n1"), bench.open("n2"), bench.open("n3"));
    RecordVersion version = created(stores.get(0), key, "0");
    ExecutorService pool = Threads.pool("writer", stores.size());
    try {
      for (int round = 0; round < 20; round++) {
        RecordVersion expected = version;
        byte[] value = Records.bytes("round " + round);
        List<Callable<PutOutcome>> attempts = new ArrayList<>();
        stores.forEach(store -> attempts.add(() -> store.put(key, expected, value)));
        version = onlyWinner(pool.invokeAll(attempts));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static RecordVersion onlyWinner(List<Future<PutOutcome>> answers) throws Exception {
    List<RecordVersion> winners = new ArrayList<>();
    for (Future<PutOutcome> answer : answers) {
      if (answer.get() instanceof PutOutcome.Stored won) {
        winners.add(won.version());
      } else {
        assertThat(answer.get()).isInstanceOf(PutOutcome.Conflict.class);
      }
    }
    assertThat(winners).as("those who were told that they wrote").hasSize(1);
    return winners.get(0);
  }

  @Test
  default void a_read_and_a_list_show_what_was_confirmed_to_anybody_before(Bench bench)
      throws Exception {
    RecordKey key = group("count");
    List<RecordStore> stores = List.of(bench.open("n1"), bench.open("n2"), bench.open("n3"));
    RecordVersion version = created(stores.get(0), key, "0");
    for (int i = 1; i <= 20; i++) {
      String value = Integer.toString(i);
      version = Records.stored(stores.get(i % 3).put(key, version, Records.bytes(value)));
      assertThat(text(stores.get((i + 1) % 3), key)).isEqualTo(value);
      assertThat(stores.get((i + 2) % 3).list()).extracting(Records::text).containsExactly(value);
    }
  }

  @Test
  default void reads_never_go_back_for_one_reader(Bench bench) throws Exception {
    RecordKey key = group("count");
    RecordStore writer = bench.open("n1");
    RecordVersion first = created(writer, key, "0");
    ExecutorService pool = Threads.pool("reader", 2);
    try {
      List<Future<Integer>> readers = new ArrayList<>();
      for (RecordStore reader : List.of(bench.open("n2"), bench.open("n3"))) {
        readers.add(pool.submit(() -> readUpTo(100, reader, key)));
      }
      count(100, writer, key, first);
      for (Future<Integer> reader : readers) {
        assertThat(reader.get()).as("times a reader was sent back").isZero();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static void count(int last, RecordStore writer, RecordKey key, RecordVersion first)
      throws InterruptedException {
    RecordVersion version = first;
    for (int i = 1; i <= last; i++) {
      byte[] value = Records.bytes(Integer.toString(i));
      version = Records.stored(writer.put(key, version, value));
      // a store that is all too quick is read in between all the same
      Waiting.pass(Duration.ofMillis(1));
    }
  }

  private static int readUpTo(int last, RecordStore store, RecordKey key) throws Exception {
    int back = 0;
    int seen = 0;
    while (seen < last) {
      StoredRecord record = store.read(key).orElseThrow();
      int now = Integer.parseInt(text(record));
      back += now < seen ? 1 : 0;
      seen = Math.max(seen, now);
    }
    return back;
  }

  @Test
  default void a_record_that_stays_is_in_every_list_while_others_come_and_go(Bench bench)
      throws Exception {
    RecordStore writer = bench.open("n1");
    RecordStore reader = bench.open("n2");
    List<RecordKey> staying = stays(writer);
    ExecutorService pool = Threads.pool("churn", 1);
    try {
      Future<?> churn = pool.submit(() -> comeAndGo(writer));
      while (!churn.isDone()) {
        assertThat(reader.list())
            .extracting(StoredRecord::key)
            .doesNotHaveDuplicates()
            .containsAll(staying);
      }
      churn.get();
    } finally {
      pool.shutdownNow();
    }
    assertThat(reader.list()).hasSize(staying.size());
  }

  private static List<RecordKey> stays(RecordStore writer) {
    List<RecordKey> keys = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      keys.add(group("stays-" + i));
      created(writer, keys.get(i), "stays");
    }
    return keys;
  }

  private static Void comeAndGo(RecordStore writer) throws InterruptedException {
    for (int i = 0; i < 40; i++) {
      RecordKey key = group("goes-" + i % 7);
      RecordVersion version = created(writer, key, "goes");
      Records.stored(writer.remove(key, version));
      Waiting.pass(Duration.ofMillis(1));
    }
    return null;
  }
}
