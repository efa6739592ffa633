package dev.primacy.core.runtime;

import dev.primacy.engine.memory.MemoryEngine;
import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One store under two addresses, of which the first may be given up for the second. */
final class SwitchingEngine implements Engine {
  static final String FIRST = "store-a:2181";
  static final String SECOND = "store-b:2181";

  private final MemoryEngine memory = new MemoryEngine();
  private volatile String endpoint = FIRST;
  private volatile boolean silent;
  private volatile boolean hidesGroups;
  final AtomicInteger listsAtSecond = new AtomicInteger();

  void switchOver() {
    endpoint = SECOND;
  }

  void fallSilent(boolean now) {
    silent = now;
  }

  /** As if somebody had removed them, and went on doing so. */
  void hideGroups() {
    hidesGroups = true;
  }

  private boolean isHidden(RecordKey key) {
    return hidesGroups && key.kind() == RecordKind.GROUP;
  }

  @Override
  public String name() {
    return memory.name();
  }

  @Override
  public List<SettingDescription> settings() {
    return memory.settings();
  }

  @Override
  public RecordStore open(EngineContext context) {
    RecordStore store = memory.open(context);
    return new RecordStore() {
      @Override
      public Optional<StoredRecord> read(RecordKey key)
          throws StoreException, InterruptedException {
        requireVoice();
        return isHidden(key) ? Optional.empty() : store.read(key);
      }

      @Override
      public List<StoredRecord> list() throws StoreException, InterruptedException {
        requireVoice();
        if (endpoint.equals(SECOND)) {
          listsAtSecond.incrementAndGet();
        }
        return store.list().stream().filter(found -> !isHidden(found.key())).toList();
      }

      private void requireVoice() throws StoreException {
        if (silent) {
          throw new StoreException("cut off");
        }
      }

      @Override
      public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
        return store.put(key, expected, value);
      }

      @Override
      public PutOutcome remove(RecordKey key, RecordVersion expected) {
        return store.remove(key, expected);
      }

      @Override
      public Optional<String> endpoint() {
        return Optional.of(endpoint);
      }

      @Override
      public void close() {
        store.close();
      }
    };
  }
}
