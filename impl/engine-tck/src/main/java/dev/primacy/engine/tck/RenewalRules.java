package dev.primacy.engine.tck;

import static dev.primacy.engine.tck.Records.bytes;
import static dev.primacy.engine.tck.Records.created;
import static dev.primacy.engine.tck.Records.group;
import static dev.primacy.engine.tck.Records.node;
import static dev.primacy.engine.tck.Records.stored;
import static dev.primacy.engine.tck.Records.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A write and the list that comes with it, in one call, are what they are in two. */
interface RenewalRules {

  @Test
  default void a_write_brings_a_list_that_shows_it_and_what_was_confirmed_before(Bench bench)
      throws Exception {
    List<RecordStore> stores = List.of(bench.open("n1"), bench.open("n2"), bench.open("n3"));
    RecordKey own = node();
    RecordKey key = group("count");
    Renewal renewal = Renewal.of(stores.get(0), own, RecordVersion.ABSENT, "own 0");
    assertThat(renewal.shown(own)).isEqualTo("own 0");
    RecordVersion renewed = stored(renewal.outcome());
    RecordVersion version = created(stores.get(1), key, "0");
    for (int i = 1; i <= 20; i++) {
      version = stored(stores.get(i % 3).put(key, version, bytes("" + i)));
      renewal = Renewal.of(stores.get((i + 1) % 3), own, renewed, "own " + i);
      renewed = stored(renewal.outcome());
      assertThat(renewal.listed()).hasSize(2);
      assertThat(renewal.shown(key)).isEqualTo("" + i);
      assertThat(renewal.shown(own)).isEqualTo("own " + i);
      assertThat(renewal.version(own)).isEqualTo(renewed);
      assertThat(text(stores.get((i + 2) % 3), own)).isEqualTo("own " + i);
    }
  }

  @Test
  default void a_write_that_conflicts_changes_nothing_and_brings_a_list_all_the_same(Bench bench)
      throws Exception {
    RecordStore one = bench.open("n1");
    RecordStore other = bench.open("n2");
    RecordKey own = node();
    RecordVersion first = created(one, own, "1");
    RecordVersion second = stored(one.put(own, first, bytes("2")));
    created(one, group("ledger"), "held");
    for (RecordVersion expected :
        List.of(first, RecordVersion.ABSENT, new RecordVersion("nonsense"))) {
      Renewal renewal = Renewal.of(other, own, expected, "never");
      assertThat(renewal.outcome()).isInstanceOf(PutOutcome.Conflict.class);
      assertThat(renewal.version(own)).isEqualTo(second);
      assertThat(renewal.shown(group("ledger"))).isEqualTo("held");
    }
    assertThat(text(one, own)).isEqualTo("2");
    stored(one.remove(own, second));
    Renewal gone = Renewal.of(other, own, second, "never");
    assertThat(gone.outcome()).isInstanceOf(PutOutcome.Conflict.class);
    assertThat(gone.shown(own)).isEqualTo("nothing");
  }

  @Test
  default void a_write_with_a_list_that_is_refused_says_so_and_changes_nothing(Bench bench)
      throws Exception {
    RecordStore store = bench.open("n1");
    RecordStore witness = bench.open("n2");
    RecordKey own = node();
    byte[] large = new byte[RecordStore.MAX_VALUE_BYTES + 1];
    Renewal refused = Renewal.of(store, own, RecordVersion.ABSENT, large);
    assertThat(refused.outcome()).isInstanceOf(PutOutcome.Refused.class);
    RecordVersion version = created(store, own, "1");
    store.close();
    Renewal closed = Renewal.of(store, own, version, "2");
    assertThat(closed.outcome()).isInstanceOf(PutOutcome.Refused.class);
    assertThatThrownBy(closed::listed).isInstanceOf(StoreException.class);
    assertThat(text(witness, own)).isEqualTo("1");
  }

  @Test
  default void a_write_with_a_list_whose_reply_is_lost_is_unknown_and_happened_once_or_not_at_all(
      Bench bench) throws Exception {
    Wire wire = bench.wire("n1");
    RecordStore cutOff = bench.openImpatient("n1");
    RecordStore witness = bench.open("n2");
    RecordKey own = node();
    RecordVersion version = stored(Renewal.of(cutOff, own, RecordVersion.ABSENT, "0").outcome());
    version = stored(Renewal.of(cutOff, own, version, "before").outcome());
    wire.dropReplies();
    Renewal lost = Renewal.of(cutOff, own, version, "after");
    assertThat(lost.outcome()).isInstanceOf(PutOutcome.Unknown.class);
    assertThatThrownBy(lost::listed).isInstanceOf(StoreException.class);
    assertThat(lost.took()).isLessThan(twice(Surroundings.SHORT_TIMEOUT));
    wire.heal();
    assertThat(text(witness, own)).isIn("before", "after");
    Records.write(witness, own, "overwritten");
    for (int i = 0; i < 15; i++) {
      assertThat(text(witness, own)).isEqualTo("overwritten");
      Waiting.pass(Duration.ofMillis(20));
    }
    assertConflictsAtLast(bench, cutOff, own, version);
  }

  private static void assertConflictsAtLast(
      Bench bench, RecordStore store, RecordKey key, RecordVersion outdated) throws Exception {
    List<Renewal> last = new ArrayList<>();
    Waiting.until(
        "it is back",
        bench.service().recovery(),
        () -> {
          last.add(0, Renewal.of(store, key, outdated, "outdated"));
          return last.get(0).outcome() instanceof PutOutcome.Conflict;
        });
    assertThat(last.get(0).shown(key)).isEqualTo("overwritten");
  }

  private static Duration twice(Duration timeout) {
    return timeout.multipliedBy(2).plus(OutageRules.SLACK);
  }

  @Test
  default void a_caller_interrupted_before_a_write_with_a_list_gets_the_truth(Bench bench)
      throws Exception {
    RecordStore store = bench.open("n1");
    RecordKey own = node();
    Caller caller =
        Caller.start(
            () -> {
              Thread.currentThread().interrupt();
              return Renewal.of(store, own, RecordVersion.ABSENT, "interrupted").outcome();
            });
    Object outcome = caller.answer();
    assertThat(outcome).isInstanceOfAny(PutOutcome.Unknown.class, PutOutcome.Stored.class);
    assertThat(caller.wasInterruptedAfter()).isTrue();
    if (outcome instanceof PutOutcome.Stored) {
      assertThat(text(store, own)).isEqualTo("interrupted");
    }
  }
}
