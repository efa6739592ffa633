package dev.primacy.core.runtime;

import dev.primacy.engine.memory.MemoryEngine;
import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import dev.primacy.spi.StoredRecord;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The memory engine with a wire that can be cut. */
final class DyingEngine implements Engine {
  private final MemoryEngine memory = new MemoryEngine();
  private volatile boolean dead;
  volatile boolean servesPeers;
  final AtomicInteger opened = new AtomicInteger();
  final AtomicInteger closed = new AtomicInteger();
  private volatile boolean failed;
  private volatile Optional<UUID> hidden = Optional.empty();
  private final AtomicBoolean confused = new AtomicBoolean();

  /** What was opened until now is of no use any more; what is opened from now on is. */
  void fail() {
    failed = true;
  }

  /** Breaks its contract once: a list holds what is no record. */
  void confuse() {
    confused.set(true);
  }

  /** The record of a node is not there yet, as far as this one sees. */
  void hide(UUID node) {
    hidden = Optional.of(node);
  }

  void hideNothing() {
    hidden = Optional.empty();
  }

  private boolean isHidden(RecordKey key) {
    return hidden.filter(node -> key.name().equals(node.toString())).isPresent();
  }

  void die() {
    dead = true;
  }

  void revive() {
    dead = false;
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
    opened.incrementAndGet();
    failed = false;
    return new RecordStore() {
      @Override
      public Optional<StoredRecord> read(RecordKey key)
          throws StoreException, InterruptedException {
        requireLife();
        return isHidden(key) ? Optional.empty() : store.read(key);
      }

      @Override
      public List<StoredRecord> list() throws StoreException, InterruptedException {
        requireLife();
        return confused.compareAndSet(true, false)
            ? Collections.singletonList(null)
            : store.list().stream().filter(found -> !isHidden(found.key())).toList();
      }

      private void requireLife() throws StoreException {
        if (dead || failed) {
          throw new StoreException("cut off");
        }
      }

      @Override
      public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
        return dead || failed
            ? new PutOutcome.Unknown(new StoreException("cut off"))
            : store.put(key, expected, value);
      }

      @Override
      public PutOutcome remove(RecordKey key, RecordVersion expected) {
        return dead || failed
            ? new PutOutcome.Unknown(new StoreException("cut off"))
            : store.remove(key, expected);
      }

      @Override
      public boolean watch(Consumer<RecordKey> hint) {
        return store.watch(
            key -> {
              if (!dead) {
                hint.accept(key);
              }
            });
      }

      @Override
      public StoreStatus status() {
        return failed ? new StoreStatus(StoreStatus.State.FAILED, "planted") : store.status();
      }

      @Override
      public Optional<String> endpoint() {
        return store.endpoint();
      }

      @Override
      public boolean servesPeers() {
        return servesPeers;
      }

      @Override
      public void close() {
        closed.incrementAndGet();
        store.close();
      }
    };
  }
}
