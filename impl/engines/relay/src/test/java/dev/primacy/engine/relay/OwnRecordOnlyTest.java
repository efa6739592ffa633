package dev.primacy.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.engine.memory.MemoryEngine;
import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A follower's store writes the records it created, and nothing else. */
class OwnRecordOnlyTest {
  private static final byte[] VALUE = {1};

  private final RecordStore behind = memory();
  private final RecordStore store = new OwnRecordOnly(behind);

  private static RecordStore memory() {
    MemoryEngine engine = new MemoryEngine();
    return engine.open(
        Surroundings.of(engine).with("primacy.memory.name", "m-" + UUID.randomUUID()));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static RecordKey key(RecordKind kind) {
    return new RecordKey(kind, UUID.randomUUID().toString());
  }

  private static void assertRefused(PutOutcome outcome) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            PutOutcome.Refused.class,
            it -> assertThat(it.cause()).hasMessageContaining("PRIMACY-3410"));
  }

  @Test
  void groups_and_schedules_are_refused_before_anything_is_sent() throws Exception {
    for (RecordKind kind : List.of(RecordKind.GROUP, RecordKind.SCHEDULE)) {
      assertRefused(store.put(key(kind), RecordVersion.ABSENT, VALUE));
      List<PutOutcome> told = new ArrayList<>();
      assertThatThrownBy(() -> store.putAndList(key(kind), RecordVersion.ABSENT, VALUE, told::add))
          .isInstanceOf(StoreException.class);
      assertThat(told).hasSize(1);
      assertRefused(told.get(0));
    }
    assertThat(behind.list()).isEmpty();
  }

  @Test
  void its_own_records_are_written_and_those_of_others_are_not() throws Exception {
    RecordKey other = key(RecordKind.NODE);
    RecordVersion there = stored(behind.put(other, RecordVersion.ABSENT, VALUE));
    assertRefused(store.put(other, there, VALUE));
    assertRefused(store.remove(other, there));
    for (int incarnation = 0; incarnation < 3; incarnation++) {
      RecordKey own = key(RecordKind.NODE);
      RecordVersion first = stored(store.put(own, RecordVersion.ABSENT, VALUE));
      assertThat(store.put(own, first, VALUE)).isInstanceOf(PutOutcome.Stored.class);
      assertThat(store.put(own, first, VALUE)).isInstanceOf(PutOutcome.Conflict.class);
      assertRefused(store.remove(own, first));
      assertThat(store.read(own)).isPresent();
    }
    assertThat(store.list()).hasSize(4);
  }

  private static RecordVersion stored(PutOutcome outcome) {
    return ((PutOutcome.Stored) outcome).version();
  }
}
