package dev.primacy.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.core.gate.SystemClocks;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a node that leaves looks for its successors. */
class SuccessionTest {
  private static final UUID SELF = new UUID(1, 1);
  private static final UUID OTHER = new UUID(2, 2);
  private static final Duration BRIEFLY = Duration.ofMillis(1);

  private final CountingStore store = new CountingStore();

  /** Shows groups, and counts how it was asked. */
  private static final class CountingStore implements RecordStore {
    final List<StoredRecord> records = new ArrayList<>();
    int reads;
    int lists;

    void held(String group, Optional<UUID> holder) {
      GroupRecord fresh = GroupRecord.created(new UUID(9, 9), "AUTOMATIC", "some");
      GroupRecord record = holder.map(fresh::takenBy).orElse(fresh);
      records.add(
          new StoredRecord(
              new RecordKey(RecordKind.GROUP, group),
              new RecordVersion("1"),
              RecordCodec.encode(record)));
    }

    @Override
    public Optional<StoredRecord> read(RecordKey key) {
      reads++;
      return records.stream().filter(record -> record.key().equals(key)).findFirst();
    }

    @Override
    public List<StoredRecord> list() {
      lists++;
      return records;
    }

    @Override
    public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
      throw new IllegalStateException("nothing is written here");
    }

    @Override
    public PutOutcome remove(RecordKey key, RecordVersion expected) {
      throw new IllegalStateException("nothing is written here");
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  private Set<String> without(Set<String> groups) throws InterruptedException {
    LeaseLoop loop = new LeaseLoop(SystemClocks.INSTANCE, defect -> {}, Execution.SYSTEM);
    HintBox hints = new HintBox(loop, input -> {});
    return new Succession(store, hints, SystemClocks.INSTANCE, SELF).await(groups, BRIEFLY);
  }

  @Test
  void a_few_groups_are_read() throws InterruptedException {
    store.held("a", Optional.of(OTHER));
    store.held("b", Optional.of(SELF));
    store.held("c", Optional.empty());
    assertThat(without(Set.of("a", "b", "c", "d"))).containsExactly("b", "c", "d");
    assertThat(store.lists).isZero();
  }

  @Test
  void thousands_of_groups_are_looked_at_together() throws InterruptedException {
    Set<String> groups =
        IntStream.range(0, 5_000).mapToObj(i -> "g" + i).collect(Collectors.toSet());
    groups.forEach(group -> store.held(group, Optional.of(OTHER)));
    store.records.remove(store.records.size() - 1);
    store.held("left", Optional.of(SELF));
    store.held("foreign", Optional.of(OTHER));
    Set<String> asked = new TreeSet<>(groups);
    asked.add("left");
    assertThat(without(asked)).hasSize(2).contains("left");
    assertThat(store.lists).isPositive();
    assertThat(store.reads).isLessThan(100);
  }
}
