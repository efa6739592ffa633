package dev.primacy.core.monitor;

import dev.primacy.NodeLifecycle;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.NodeRecord;
import dev.primacy.core.record.NodeState;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.record.UnknownFields;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Records as tests want them, and a clock that goes when they say so. */
final class FakeStore implements MonitorSource, Clocks {
  static final String GROUP = "ledger";
  static final UUID SCOPE = new UUID(5, 5);

  final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
  final AtomicInteger lists = new AtomicInteger();
  final AtomicInteger reads = new AtomicInteger();
  final CountDownLatch asked = new CountDownLatch(1);
  private final Map<String, StoredRecord> records = new ConcurrentSkipListMap<>();
  private final AtomicInteger versions = new AtomicInteger();
  volatile boolean silent;
  volatile RuntimeException broken;
  volatile boolean hanging;
  volatile OptionalLong lastAnswer = OptionalLong.empty();

  static UUID id(int node) {
    return new UUID(1, node);
  }

  /** What a node of the group writes. */
  static byte[] bytes(int node, String word) {
    return RecordCodec.encode(record(node, NodeState.ALIVE, Set.of(GROUP), false, word));
  }

  static NodeRecord record(
      int node, NodeState state, Set<String> groups, boolean every, String word) {
    return new NodeRecord(
        "n" + node,
        state,
        1,
        Duration.ofSeconds(6),
        0.01,
        Duration.ofSeconds(6),
        groups,
        every,
        false,
        0,
        Optional.empty(),
        NodeLifecycle.UP,
        Map.of("word", word),
        Optional.empty(),
        Map.of(),
        UnknownFields.NONE);
  }

  StoredRecord put(int node, byte[] value) {
    return put(new RecordKey(RecordKind.NODE, id(node).toString()), value);
  }

  StoredRecord put(int node, String word) {
    return put(node, bytes(node, word));
  }

  StoredRecord put(GroupRecord group) {
    return put(new RecordKey(RecordKind.GROUP, GROUP), RecordCodec.encode(group));
  }

  StoredRecord putGroup() {
    return put(group());
  }

  static GroupRecord group() {
    return GroupRecord.created(SCOPE, "AUTOMATIC", "election AUTOMATIC");
  }

  StoredRecord put(RecordKey key, byte[] value) {
    StoredRecord record =
        new StoredRecord(key, new RecordVersion("v" + versions.incrementAndGet()), value);
    records.put(key.toString(), record);
    return record;
  }

  void remove(int node) {
    records.remove(new RecordKey(RecordKind.NODE, id(node).toString()).toString());
  }

  void removeGroup() {
    records.remove(new RecordKey(RecordKind.GROUP, GROUP).toString());
  }

  List<StoredRecord> all() {
    return new ArrayList<>(records.values());
  }

  @Override
  public List<StoredRecord> list() throws StoreException, InterruptedException {
    lists.incrementAndGet();
    answer();
    return all();
  }

  @Override
  public Optional<StoredRecord> read(RecordKey key) throws StoreException, InterruptedException {
    reads.incrementAndGet();
    answer();
    return Optional.ofNullable(records.get(key.toString()));
  }

  private void answer() throws StoreException, InterruptedException {
    asked.countDown();
    if (hanging) {
      new CountDownLatch(1).await();
    }
    if (broken != null) {
      throw broken;
    }
    if (silent) {
      throw new StoreException("cut off");
    }
  }

  @Override
  public OptionalLong lastAnswer() {
    return lastAnswer;
  }

  @Override
  public long nanos() {
    return nanos.get();
  }

  @Override
  public long millis() {
    return 0;
  }
}
