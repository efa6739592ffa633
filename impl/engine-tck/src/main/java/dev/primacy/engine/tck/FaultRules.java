package dev.primacy.engine.tck;

import static dev.primacy.engine.tck.Records.bytes;
import static dev.primacy.engine.tck.Records.created;
import static dev.primacy.engine.tck.Records.group;
import static dev.primacy.engine.tck.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is certain stays certain when requests are late and replies are lost. */
interface FaultRules {

  @Test
  default void a_write_whose_reply_is_lost_is_unknown_and_happened_once_or_not_at_all(Bench bench)
      throws Exception {
    RecordStore witness = bench.open("n2");
    RecordKey key = group("lost");
    RecordVersion first = created(witness, key, "before");
    RecordStore cutOff = bench.openImpatient("n1");
    PutOutcome outcome = putAndLoseReply(bench, cutOff, key, first);
    // on a busy machine it may be certain that it was not even sent
    for (int i = 0; i < 5 && outcome instanceof PutOutcome.Refused; i++) {
      assertStays(witness, key, "before", Duration.ofMillis(100));
      outcome = putAndLoseReply(bench, cutOff, key, first);
    }
    assertThat(outcome).isInstanceOf(PutOutcome.Unknown.class);
    assertThat(text(witness, key)).isIn("before", "after");
    assertThat(Records.write(witness, key, "overwritten")).isNotEqualTo(first);
    assertStays(witness, key, "overwritten", Duration.ofMillis(300));
    assertThat(text(cutOff, key, bench.service().recovery())).isEqualTo("overwritten");
  }

  /** Where something might be repeated by itself, it is watched for a while. */
  private static void assertStays(RecordStore store, RecordKey key, String value, Duration time)
      throws Exception {
    for (long left = time.toMillis(); left > 0; left -= 20) {
      assertThat(text(store, key)).isEqualTo(value);
      Waiting.pass(Duration.ofMillis(20));
    }
  }

  private static PutOutcome putAndLoseReply(
      Bench bench, RecordStore store, RecordKey key, RecordVersion known) throws Exception {
    Wire wire = bench.wire("n1");
    Waiting.until("it answers", bench.service().recovery(), () -> Bench.answers(store));
    wire.dropReplies();
    PutOutcome outcome = store.put(key, known, bytes("after"));
    wire.heal();
    return outcome;
  }

  @Test
  default void a_write_that_arrives_late_does_not_undo_what_came_in_between(Bench bench)
      throws Exception {
    Wire wire = bench.wire("n1");
    RecordStore witness = bench.open("n2");
    RecordKey key = group("late");
    RecordVersion first = created(witness, key, "before");
    RecordStore late = bench.openImpatient("n1");
    wire.holdRequests();
    PutOutcome outcome = late.put(key, first, bytes("late"));
    assertThat(outcome).isInstanceOfAny(PutOutcome.Unknown.class, PutOutcome.Refused.class);
    Records.stored(witness.put(key, first, bytes("in between")));
    wire.heal();
    assertStays(witness, key, "in between", Duration.ofMillis(300));
    assertThat(text(late, key, bench.service().recovery())).isEqualTo("in between");
  }

  /** Drivers that connect anew by themselves send again, and what happened once fails then. */
  @Test
  default void a_write_that_happened_before_its_connection_broke_is_not_told_to_have_failed(
      Bench bench) throws Exception {
    Wire wire = bench.wire("n1");
    RecordStore witness = bench.open("n2");
    RecordKey key = group("broken");
    for (String value : List.of("created", "written", "nothing")) {
      RecordStore store = bench.open("n1");
      rehearse(store);
      RecordVersion known = Records.version(witness, key);
      wire.dropReplies();
      Caller caller = Caller.start(() -> write(store, key, known, value));
      Duration patience = bench.service().recovery();
      Waiting.until("it happened: " + value, patience, () -> text(witness, key).equals(value));
      wire.heal();
      assertNotFailed(caller.answer(), Records.version(witness, key));
      Waiting.until("it is back", patience, () -> Bench.answers(store));
    }
  }

  private static void assertNotFailed(Object told, RecordVersion now) {
    assertThat(told).isInstanceOfAny(PutOutcome.Unknown.class, PutOutcome.Stored.class);
    if (told instanceof PutOutcome.Stored stored) {
      assertThat(stored.version()).isEqualTo(now);
    }
  }

  /** Or it is the reply to a preparation that is lost. */
  private static void rehearse(RecordStore store) throws InterruptedException {
    RecordKey other = group("rehearsal");
    RecordVersion version = Records.write(store, other, "1");
    Records.stored(store.remove(other, Records.stored(store.put(other, version, bytes("2")))));
  }

  private static PutOutcome write(
      RecordStore store, RecordKey key, RecordVersion known, String value) {
    return value.equals("nothing") ? store.remove(key, known) : store.put(key, known, bytes(value));
  }

  @Test
  default void an_order_explains_what_clients_were_told_over_lost_replies_and_late_requests(
      Bench bench) throws Exception {
    bench.require(Ability.WIRE);
    Bench.Stores stores = bench.openSome(4, "c", Surroundings.SHORT_TIMEOUT);
    Workload workload = new Workload(bench, stores.all());
    workload.run(Integer.MAX_VALUE, () -> disturbUntilInDoubt(bench, stores, workload.history()));
    bench.heal();
    workload.explain(bench.service().recovery());
    assertThat(workload.history().count(Operation.Outcome.UNKNOWN)).as("unknown").isPositive();
  }

  /** An unlucky order of faults cuts everybody off before a write is under way: try once more. */
  private static void disturbUntilInDoubt(Bench bench, Bench.Stores stores, History history)
      throws Exception {
    disturb(bench, stores);
    for (int i = 0; i < 10 && history.count(Operation.Outcome.UNKNOWN) == 0; i++) {
      bench.heal();
      RecordStore one = stores.all().get(0);
      Waiting.until("it is back", bench.service().recovery(), () -> Bench.answers(one));
      disturb(bench, stores);
    }
  }

  private static void disturb(Bench bench, Bench.Stores stores) throws Exception {
    for (int i = 0; i < 14; i++) {
      Wire wire = bench.wire(stores.name(bench.random().nextInt(stores.all().size())));
      switch (bench.random().nextInt(4)) {
        case 0 -> wire.dropReplies();
        case 1 -> wire.holdRequests();
        case 2 -> wire.freeze();
        default -> wire.cut();
      }
      Waiting.pass(Duration.ofMillis(50 + bench.random().nextInt(250)));
      if (bench.random().nextInt(3) > 0) {
        wire.heal();
      }
    }
  }
}
