package dev.primacy.health;

import dev.primacy.engine.memory.MemoryEngine;
import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** The memory engine, whose store may fall silent or hang; found by its name. */
public final class BrittleEngine implements Engine {
  private static final MemoryEngine MEMORY = new MemoryEngine();

  private static volatile boolean silent;
  private static volatile CountDownLatch hanging = new CountDownLatch(0);

  static void fallSilent(boolean now) {
    silent = now;
  }

  static void hang() {
    hanging = new CountDownLatch(1);
  }

  static void goOn() {
    hanging.countDown();
    silent = false;
  }

  @Override
  public String name() {
    return "brittle";
  }

  @Override
  public List<SettingDescription> settings() {
    return List.of();
  }

  private static void ask() throws StoreException, InterruptedException {
    hanging.await();
    if (silent) {
      throw new StoreException("silent");
    }
  }

  private static PutOutcome asked(Supplier<PutOutcome> put) {
    try {
      ask();
      return put.get();
    } catch (StoreException failure) {
      return new PutOutcome.Unknown(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return new PutOutcome.Unknown(stop);
    }
  }

  @Override
  public RecordStore open(EngineContext context) {
    RecordStore store = MEMORY.open(context);
    return new RecordStore() {
      @Override
      public Optional<StoredRecord> read(RecordKey key)
          throws StoreException, InterruptedException {
        ask();
        return store.read(key);
      }

      @Override
      public List<StoredRecord> list() throws StoreException, InterruptedException {
        ask();
        return store.list();
      }

      @Override
      public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
        return asked(() -> store.put(key, expected, value));
      }

      @Override
      public PutOutcome remove(RecordKey key, RecordVersion expected) {
        return asked(() -> store.remove(key, expected));
      }

      @Override
      public Optional<String> endpoint() {
        return Optional.of("secret-host:1234");
      }

      @Override
      public void close() {
        store.close();
      }
    };
  }
}
