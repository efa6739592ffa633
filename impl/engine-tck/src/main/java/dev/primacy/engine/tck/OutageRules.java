package dev.primacy.engine.tck;

import static dev.primacy.engine.tck.Records.bytes;
import static dev.primacy.engine.tck.Records.created;
import static dev.primacy.engine.tck.Records.group;
import static dev.primacy.engine.tck.Records.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import dev.primacy.spi.StoredRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every answer comes in time, also when the service gives none; and it comes back by itself. */
interface OutageRules {
  /** What threads that wait for a processor may add to a request's timeout. */
  Duration SLACK = Duration.ofMillis(700);

  @Test
  default void every_call_ends_in_time_when_connections_stand_and_nothing_answers(Bench bench)
      throws Exception {
    Wire wire = bench.wire("n1");
    RecordKey key = group("frozen");
    RecordVersion version = created(bench.open("n2"), key, "before");
    RecordStore store = bench.openImpatient("n1");
    wire.freeze();
    Duration limit = Surroundings.SHORT_TIMEOUT.plus(SLACK);
    Stopwatch.within(limit, () -> assertNoAnswer(() -> store.read(key)));
    Stopwatch.within(limit, () -> assertNoAnswer(() -> store.list()));
    Stopwatch.within(limit, () -> assertNotDone(store.put(key, version, bytes("frozen"))));
    Stopwatch.within(limit, () -> assertNotDone(store.remove(key, version)));
    Stopwatch.within(SLACK, store::status);
    wire.heal();
    Duration patience = bench.service().recovery();
    assertThat(text(store, key, patience)).isIn("before", "frozen", "nothing");
    Records.write(store, key, "after");
    assertThat(text(store, key, patience)).isEqualTo("after");
  }

  private static void assertNoAnswer(Asking question) {
    assertThatThrownBy(question::ask).isInstanceOf(StoreException.class);
  }

  private static void assertNotDone(PutOutcome outcome) {
    assertThat(outcome).isInstanceOfAny(PutOutcome.Unknown.class, PutOutcome.Refused.class);
  }

  /** Something whose failure is looked at. */
  @FunctionalInterface
  interface Asking {
    void ask() throws Exception;
  }

  @Test
  default void a_store_that_was_cut_off_comes_back_by_itself(Bench bench) throws Exception {
    Wire wire = bench.wire("n1");
    RecordKey key = group("cut");
    RecordVersion version = created(bench.open("n2"), key, "before");
    RecordStore store = bench.openImpatient("n1");
    for (int round = 0; round < 2; round++) {
      wire.cut();
      assertNoAnswer(() -> store.read(key));
      assertNotDone(store.put(group("never"), RecordVersion.ABSENT, bytes("x")));
      wire.heal();
      assertIs(version, store, key, bench);
    }
  }

  @Test
  default void what_is_refused_while_the_service_is_away_never_happened(Bench bench)
      throws Exception {
    RecordKey key = group("away");
    RecordVersion version = created(bench.open("n2"), key, "before");
    RecordStore store = bench.openImpatient("n1");
    bench.stopService();
    Duration limit = Surroundings.SHORT_TIMEOUT.plus(SLACK);
    Stopwatch.within(limit, () -> assertNoAnswer(() -> store.read(key)));
    Stopwatch.within(limit, () -> assertNotDone(store.put(key, version, bytes("maybe"))));
    List<RecordKey> refused = refusedOf(store);
    assertThat(store.status().state()).isNotEqualTo(StoreStatus.State.HEALTHY);
    bench.startService();
    assertThat(text(store, key, bench.service().recovery())).isIn("before", "maybe");
    RecordStore patient = bench.open("n3");
    assertThat(patient.list()).extracting("key").doesNotContainAnyElementsOf(refused);
  }

  /** Where one that was refused is told from one that is unknown, the difference is kept. */
  private static List<RecordKey> refusedOf(RecordStore store) {
    List<RecordKey> refused = new ArrayList<>(List.of(group("never-written")));
    for (int i = 0; i < 4; i++) {
      RecordKey next = group("refused-" + i);
      PutOutcome outcome = store.put(next, RecordVersion.ABSENT, bytes("x"));
      assertNotDone(outcome);
      if (outcome instanceof PutOutcome.Refused) {
        refused.add(next);
      }
    }
    return refused;
  }

  @Test
  default void a_store_opened_while_the_service_is_away_works_when_it_comes(Bench bench)
      throws Exception {
    RecordStore before = bench.open("n1");
    RecordVersion version = created(before, group("kept"), "kept");
    bench.stopService();
    RecordStore store =
        bench.openAtOnce(bench.surroundings("n2").withRequestTimeout(Surroundings.SHORT_TIMEOUT));
    assertNoAnswer(() -> store.read(group("kept")));
    bench.startService();
    assertIs(version, store, group("kept"), bench);
  }

  /** What it shows first when it is back. */
  private static void assertIs(RecordVersion version, RecordStore store, RecordKey key, Bench bench)
      throws Exception {
    assertThat(Records.read(store, key, bench.service().recovery()))
        .map(StoredRecord::version)
        .contains(version);
  }

  @Test
  default void a_restart_under_load_loses_nothing_that_was_confirmed(Bench bench) throws Exception {
    bench.require(Ability.RESTART);
    Bench.Stores stores = bench.openSome(3, "l");
    Workload workload = new Workload(bench, stores.all());
    List<RecordStore> all = stores.all();
    workload.run(
        Integer.MAX_VALUE,
        () -> {
          Waiting.pass(Duration.ofMillis(200));
          bench.stopService();
          bench.startService();
          Waiting.until("back", bench.service().recovery(), () -> Bench.answers(all.get(0)));
          Waiting.pass(Duration.ofMillis(200));
        });
    workload.explain(bench.service().recovery());
  }
}
