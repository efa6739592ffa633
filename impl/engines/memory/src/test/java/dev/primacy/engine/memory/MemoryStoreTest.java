package dev.primacy.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryStoreTest {
  private static final RecordKey LEDGER = new RecordKey(RecordKind.GROUP, "ledger");
  private static final byte[] ONE = "one".getBytes(StandardCharsets.UTF_8);

  private record Context(String cluster, String name) implements EngineContext {
    @Override
    public String nodeName() {
      return "node-1";
    }

    @Override
    public Optional<String> setting(String key) {
      return key.equals("primacy.memory.name") ? Optional.of(name) : Optional.empty();
    }

    @Override
    public Duration requestTimeout() {
      return Duration.ofSeconds(1);
    }

    @Override
    public Duration lease() {
      return Duration.ofSeconds(4);
    }

    @Override
    public ThreadFactory threads() {
      return Thread::new;
    }
  }

  private final List<RecordStore> opened = new ArrayList<>();

  private RecordStore open(String cluster, String name) {
    RecordStore store = new MemoryEngine().open(new Context(cluster, name));
    opened.add(store);
    return store;
  }

  @AfterEach
  void closeAll() {
    opened.forEach(RecordStore::close);
  }

  private static RecordVersion stored(PutOutcome outcome) {
    return ((PutOutcome.Stored) outcome).version();
  }

  @Test
  void it_is_found_by_the_service_loader() {
    assertThat(ServiceLoader.load(Engine.class)).anyMatch(MemoryEngine.class::isInstance);
  }

  @Test
  void stores_of_one_name_and_cluster_see_each_other_and_others_do_not() throws Exception {
    RecordStore mine = open("c", "shared");
    RecordStore yours = open("c", "shared");
    mine.put(LEDGER, RecordVersion.ABSENT, ONE);

    assertThat(yours.read(LEDGER).orElseThrow().value()).isEqualTo(ONE);
    assertThat(yours.list()).extracting(StoredRecord::key).containsExactly(LEDGER);
    assertThat(open("other", "shared").read(LEDGER)).isEmpty();
    assertThat(open("c", "other").read(LEDGER)).isEmpty();
  }

  @Test
  void a_write_with_another_version_than_expected_changes_nothing() throws Exception {
    RecordStore store = open("c", "cas");
    assertThat(store.put(LEDGER, new RecordVersion("7"), ONE))
        .isInstanceOf(PutOutcome.Conflict.class);
    assertThat(store.read(LEDGER)).isEmpty();

    RecordVersion first = stored(store.put(LEDGER, RecordVersion.ABSENT, ONE));
    assertThat(store.put(LEDGER, RecordVersion.ABSENT, new byte[0]))
        .isInstanceOf(PutOutcome.Conflict.class);
    stored(store.put(LEDGER, first, new byte[0]));
    assertThat(store.remove(LEDGER, first)).isInstanceOf(PutOutcome.Conflict.class);
    assertThat(store.read(LEDGER).orElseThrow().value()).isEmpty();
  }

  @Test
  void versions_never_recur_even_over_removal_and_forgetting() {
    Set<RecordVersion> seen = new HashSet<>();
    for (int round = 0; round < 3; round++) {
      RecordStore store = open("c", "versions");
      for (int i = 0; i < 3; i++) {
        RecordVersion version = stored(store.put(LEDGER, RecordVersion.ABSENT, ONE));
        assertThat(seen.add(version)).isTrue();
        assertThat(stored(store.remove(LEDGER, version))).isEqualTo(RecordVersion.ABSENT);
      }
      store.close();
    }
  }

  @Test
  void of_many_concurrent_writers_exactly_one_wins_each_version() throws Exception {
    RecordStore store = open("c", "race");
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      RecordVersion version = stored(store.put(LEDGER, RecordVersion.ABSENT, ONE));
      for (int round = 0; round < 200; round++) {
        RecordVersion expected = version;
        Callable<PutOutcome> attempt = () -> store.put(LEDGER, expected, ONE);
        List<RecordVersion> winners = new ArrayList<>();
        for (var answer : pool.invokeAll(List.of(attempt, attempt, attempt, attempt))) {
          if (answer.get() instanceof PutOutcome.Stored won) {
            winners.add(won.version());
          }
        }
        assertThat(winners).hasSize(1);
        version = winners.get(0);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void every_change_is_hinted_to_every_store_until_it_is_closed() {
    RecordStore mine = open("c", "hints");
    RecordStore yours = open("c", "hints");
    List<RecordKey> heard = new ArrayList<>();
    assertThat(yours.watch(heard::add)).isTrue();

    RecordVersion version = stored(mine.put(LEDGER, RecordVersion.ABSENT, ONE));
    mine.put(LEDGER, RecordVersion.ABSENT, ONE);
    mine.remove(LEDGER, version);
    assertThat(heard).containsExactly(LEDGER, LEDGER);

    yours.close();
    mine.put(LEDGER, RecordVersion.ABSENT, ONE);
    assertThat(heard).hasSize(2);
  }

  @Test
  void a_closed_store_certainly_writes_nothing() throws Exception {
    RecordStore witness = open("c", "closed");
    RecordStore store = open("c", "closed");
    store.close();
    store.close();

    assertThat(store.put(LEDGER, RecordVersion.ABSENT, ONE)).isInstanceOf(PutOutcome.Refused.class);
    assertThatThrownBy(() -> store.read(LEDGER))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("PRIMACY-3100: ");
    assertThat(witness.read(LEDGER)).isEmpty();
  }

  @Test
  void a_value_that_is_too_large_is_refused() {
    byte[] value = new byte[RecordStore.MAX_VALUE_BYTES + 1];
    assertThat(open("c", "large").put(LEDGER, RecordVersion.ABSENT, value))
        .isInstanceOf(PutOutcome.Refused.class);
  }
}
