package dev.primacy.core.monitor;

import dev.primacy.core.CoreLog;
import dev.primacy.core.gate.Clocks;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import dev.primacy.watch.ClusterMonitor;
import dev.primacy.watch.MonitorEnd;
import dev.primacy.watch.MonitorOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A monitor and the thread that runs it. */
final class LiveMonitor<T> implements ClusterMonitor, MonitorSource {

  private enum Phase {
    NEW,
    RUNNING,
    STOPPED
  }

  /** Who knows all that run. */
  interface Registry {

    /** Gives it a thread, and tells it what is seen from now on. */
    void launch(LiveMonitor<?> monitor);

    /** It has ended. */
    void ended(LiveMonitor<?> monitor);
  }

  private final MonitorPlan<T> plan;
  private final MonitorSource source;
  private final Clocks clocks;
  private final Registry registry;
  private final MonitorInbox inbox = new MonitorInbox();
  private final Question question = new Question();
  private final MonitorCycle<T> cycle;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.NEW);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable Thread thread;

  LiveMonitor(
      MonitorPlan<T> plan, MonitorSource source, Clocks clocks, CoreLog log, Registry registry) {
    this.plan = plan;
    this.source = source;
    this.clocks = clocks;
    this.registry = registry;
    this.cycle = new MonitorCycle<>(plan, this, inbox::isStopping, log);
  }

  String group() {
    return plan.group();
  }

  MonitorInbox inbox() {
    return inbox;
  }

  // ---- any thread

  @Override
  public void start() {
    if (!phase.compareAndSet(Phase.NEW, Phase.RUNNING)) {
      return;
    }
    boolean launched = false;
    try {
      registry.launch(this);
      launched = true;
    } finally {
      if (!launched) {
        phase.set(Phase.STOPPED);
        ended.countDown();
      }
    }
  }

  @Override
  public void stop() {
    if (phase.compareAndSet(Phase.NEW, Phase.STOPPED)) {
      ended.countDown();
      return;
    }
    askToStop();
    if (Thread.currentThread() != thread) {
      try {
        ended.await();
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Without waiting for it. */
  void askToStop() {
    inbox.stop();
    question.breakOff();
  }

  /** Waits until it has ended; a callback that still runs then is interrupted. */
  void awaitEnd(Duration patience) throws InterruptedException {
    Thread runs = thread;
    if (Thread.currentThread() != runs
        && !ended.await(patience.toNanos(), TimeUnit.NANOSECONDS)
        && runs != null) {
      runs.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return phase.get() == Phase.RUNNING;
  }

  @Override
  public MonitorOptions options() {
    return plan.options();
  }

  // ---- its own thread

  void run() {
    thread = Thread.currentThread();
    try {
      watch();
    } finally {
      // also after an error, which nobody may take for watching
      try {
        over();
      } finally {
        registry.ended(this);
        ended.countDown();
      }
    }
  }

  private void watch() {
    try {
      inbox.awaitOpen();
      Watching watching =
          new Watching(cycle, inbox, this, clocks, new Patience(plan.options(), clocks.nanos()));
      while (cycle.end() == null && !inbox.isStopping()) {
        watching.turn();
      }
    } catch (RuntimeException defect) {
      cycle.failed(defect);
    }
  }

  @Override
  public List<StoredRecord> list() throws StoreException, InterruptedException {
    return question.ask(source::list);
  }

  @Override
  public Optional<StoredRecord> read(RecordKey key) throws StoreException, InterruptedException {
    return question.ask(() -> source.read(key));
  }

  @Override
  public OptionalLong lastAnswer() {
    return source.lastAnswer();
  }

  // ---- the end

  private void over() {
    MonitorCycle.End end = cycle.end();
    phase.set(Phase.STOPPED);
    // left by a question that was broken off, and not meant for the last callback
    Thread.interrupted();
    if (end != null) {
      cycle.telling().stopped(end.why(), end.detail());
    } else if (inbox.isStopping()) {
      cycle.telling().stopped(MonitorEnd.STOPPED, "");
    } else {
      cycle.telling().stopped(MonitorEnd.FAILED, "an error ended its thread");
    }
  }
}
