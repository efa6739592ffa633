package dev.primacy.core.runtime;

import static dev.primacy.core.CoreLog.LOG;

import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import dev.primacy.spi.StoredRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/** Keeps the store open: one that failed for good is closed and opened again, ever less often. */
final class StoreKeeper {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Engine engine;
  private final EngineContext context;
  private final Timers timers;
  private final Scribe scribe;
  private final ThreadFactory threads;
  private final HintShare hints;
  private final Contact contact;
  private final Object lock = new Object();

  private volatile RecordStore store = new NoStore();
  private volatile boolean hinted;
  private volatile Consumer<RecordKey> written = key -> {};

  // guarded by lock
  private boolean closed;
  private boolean reopening;

  StoreKeeper(
      Engine engine,
      EngineContext context,
      Timers timers,
      Scribe scribe,
      ThreadFactory threads,
      Consumer<RecordKey> hints,
      Contact contact) {
    this.engine = engine;
    this.context = context;
    this.timers = timers;
    this.scribe = scribe;
    this.threads = threads;
    this.hints = new HintShare(hints);
    this.contact = contact;
  }

  RecordStore store() {
    return store;
  }

  /** What is known of how the store answers. */
  Contact contact() {
    return contact;
  }

  StoreStatus status() {
    return store.status();
  }

  /** Each hint goes there, too. */
  RelaySource.Registration share(Consumer<RecordKey> hint) {
    return hints.add(hint);
  }

  /** Whether the store hints at changes. */
  boolean isHinted() {
    return hinted;
  }

  void open() throws StoreException {
    RecordStore next = engine.open(context);
    synchronized (lock) {
      if (closed) {
        next.close();
        return;
      }
      store = next;
    }
    hinted = next.watch(hints);
    if (!hinted) {
      tellOthers(next);
    }
  }

  private void tellOthers(RecordStore silent) {
    synchronized (lock) {
      if (!closed) {
        store = new TellingStore(silent, key -> written.accept(key));
      }
    }
  }

  /** Each write of a store that does not hint by itself goes there, on the thread that wrote. */
  void whenWritten(Consumer<RecordKey> told) {
    written = told;
  }

  /** Called now and then. */
  void check() {
    StoreStatus status = store.status();
    synchronized (lock) {
      if (status.state() != StoreStatus.State.FAILED || closed || reopening) {
        return;
      }
      reopening = true;
    }
    scribe.write(() -> LOG.storeFailed(engine.name(), status.detail()));
    reopen(FIRST_PAUSE);
  }

  /** On a thread of its own: opening may take its time. */
  private void reopen(Duration pause) {
    threads
        .newThread(
            () -> {
              RecordStore failed = store;
              store = new NoStore();
              failed.close();
              tryToOpen(pause);
            })
        .start();
  }

  private void tryToOpen(Duration pause) {
    try {
      open();
      synchronized (lock) {
        reopening = false;
      }
      scribe.write(() -> LOG.storeReopened(engine.name()));
    } catch (StoreException failure) {
      scribe.write(() -> LOG.storeNotReopened(failure, engine.name(), pause.toMillis()));
      Duration doubled = pause.multipliedBy(2);
      Duration next = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
      var unused = timers.after(pause, () -> reopen(next));
    }
  }

  void close() {
    RecordStore last;
    synchronized (lock) {
      closed = true;
      last = store;
      store = new NoStore();
    }
    last.close();
  }

  /** Stands in while there is none. */
  private static final class NoStore implements RecordStore {
    private static final String REASON = "the store is not open";

    @Override
    public Optional<StoredRecord> read(RecordKey key) throws StoreException {
      throw new StoreException(REASON);
    }

    @Override
    public List<StoredRecord> list() throws StoreException {
      throw new StoreException(REASON);
    }

    @Override
    public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
      return new PutOutcome.Refused(new StoreException(REASON));
    }

    @Override
    public PutOutcome remove(RecordKey key, RecordVersion expected) {
      return new PutOutcome.Refused(new StoreException(REASON));
    }

    @Override
    public StoreStatus status() {
      return new StoreStatus(StoreStatus.State.UNREACHABLE, REASON);
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
