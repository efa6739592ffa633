package dev.primacy.engine.tck;

import static dev.primacy.engine.tck.Records.bytes;
import static dev.primacy.engine.tck.Records.created;
import static dev.primacy.engine.tck.Records.group;
import static dev.primacy.engine.tck.Records.stored;
import static dev.primacy.engine.tck.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Registers compare and set, for one caller at a time. */
interface RegisterRules {

  @Test
  default void what_one_store_writes_another_reads_changes_and_removes(Bench bench)
      throws Exception {
    RecordKey key = group("ledger");
    RecordStore one = bench.open("n1");
    RecordStore other = bench.open("n2");
    assertThat(one.read(key)).isEmpty();
    RecordVersion first = created(one, key, "1");
    StoredRecord read = other.read(key).orElseThrow();
    assertThat(text(read)).isEqualTo("1");
    assertThat(read.key()).isEqualTo(key);
    assertThat(read.version()).isEqualTo(first);
    RecordVersion second = stored(other.put(key, first, bytes("2")));
    assertThat(text(one, key)).isEqualTo("2");
    assertThat(one.read(key).orElseThrow().version()).isEqualTo(second);
    assertThat(stored(one.remove(key, second))).isEqualTo(RecordVersion.ABSENT);
    assertThat(other.read(key)).isEmpty();
  }

  @Test
  default void another_version_than_expected_is_a_conflict_and_changes_nothing(Bench bench)
      throws Exception {
    RecordKey key = group("ledger");
    RecordStore one = bench.open("n1");
    RecordStore other = bench.open("n2");
    assertThat(one.put(key, new RecordVersion("7"), bytes("x")))
        .isInstanceOf(PutOutcome.Conflict.class);
    RecordVersion first = created(one, key, "1");
    RecordVersion second = stored(one.put(key, first, bytes("2")));
    for (String expected : List.of(first.value(), "", "7", "nonsense", "0.-1", "ff.x")) {
      RecordVersion version = new RecordVersion(expected);
      assertThat(other.put(key, version, bytes("x"))).isInstanceOf(PutOutcome.Conflict.class);
      assertThat(other.remove(key, version)).isInstanceOf(PutOutcome.Conflict.class);
    }
    assertThat(text(one, key)).isEqualTo("2");
    assertThat(one.read(key).orElseThrow().version()).isEqualTo(second);
  }
}
