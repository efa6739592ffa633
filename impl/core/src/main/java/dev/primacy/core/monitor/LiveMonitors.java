package dev.primacy.core.monitor;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.core.CoreLog;
import dev.primacy.core.gate.Clocks;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.StoredRecord;
import dev.primacy.watch.ClusterMonitor;
import dev.primacy.watch.ClusterMonitorBuilder;
import dev.primacy.watch.ClusterMonitors;
import dev.primacy.watch.MonitorOptions;
import dev.primacy.watch.PayloadDecoder;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Makes the monitors of one runtime, knows those that run, and hands on to them what is seen. Costs
 * the thread that sees next to nothing while there is none.
 *
 * @since 0.1
 */
public final class LiveMonitors implements ClusterMonitors, LiveMonitor.Registry {

  /** What the name of each monitor's log category begins with; the group's name follows. */
  private static final String CATEGORY = "dev.primacy.monitor.";

  private final MonitorOptions defaults;
  private final MonitorSource source;
  private final Clocks clocks;
  private final ThreadFactory threads;
  private final Object lock = new Object();

  // written under lock
  private final List<LiveMonitor<?>> running = new CopyOnWriteArrayList<>();

  // guarded by lock
  private boolean open;
  private boolean closed;

  /** The seeing thread's: what the last answer of the store showed. */
  private List<StoredRecord> found = List.of();

  /**
   * Makes monitors that wait until {@link #open}.
   *
   * @param defaults how a monitor watches unless it is said
   * @param source where monitors look for themselves
   * @param clocks all time
   * @param threads makes one for each monitor that is started
   */
  public LiveMonitors(
      MonitorOptions defaults, MonitorSource source, Clocks clocks, ThreadFactory threads) {
    this.defaults = defaults;
    this.source = source;
    this.clocks = clocks;
    this.threads = threads;
  }

  // ---- any thread

  @Override
  public <T> ClusterMonitorBuilder<T> of(String group, PayloadDecoder<T> decoder) {
    return new MonitorBuilder<>(group, decoder, defaults, this::make);
  }

  private <T> ClusterMonitor make(MonitorPlan<T> plan) {
    CoreLog log =
        Logger.getMessageLogger(MethodHandles.lookup(), CoreLog.class, CATEGORY + plan.group());
    return new LiveMonitor<>(plan, source, clocks, log, this);
  }

  @Override
  public void launch(LiveMonitor<?> monitor) {
    synchronized (lock) {
      if (closed) {
        throw new IllegalStateException(MESSAGES.monitorTooLate(monitor.group()));
      }
      Thread thread = threads.newThread(monitor::run);
      running.add(monitor);
      if (open) {
        monitor.inbox().open();
      }
      thread.start();
    }
  }

  @Override
  public void ended(LiveMonitor<?> monitor) {
    synchronized (lock) {
      running.remove(monitor);
    }
  }

  /** There is something to look at from now on. */
  public void open() {
    synchronized (lock) {
      open = true;
      running.forEach(monitor -> monitor.inbox().open());
    }
  }

  /** What is known may be out of date: everybody looks for themselves. */
  public void lookAnew() {
    running.forEach(monitor -> monitor.inbox().lookAnew());
  }

  /** Has all of them stop, and none start from now on. Does not wait for them. */
  public void close() {
    synchronized (lock) {
      closed = true;
    }
    running.forEach(LiveMonitor::askToStop);
  }

  /**
   * Waits until all have ended; callbacks that run longer are interrupted.
   *
   * @param patience how long, in all
   * @throws InterruptedException if the waiting thread was interrupted
   */
  public void awaitEnd(Duration patience) throws InterruptedException {
    long until = clocks.nanos() + patience.toNanos();
    for (LiveMonitor<?> monitor : running) {
      monitor.awaitEnd(Duration.ofNanos(Math.max(0, until - clocks.nanos())));
    }
  }

  // ---- the thread that sees

  /**
   * A node's record was seen that is new or says something else; or that cannot be read.
   *
   * @param record as it stands in the store
   */
  public void seen(StoredRecord record) {
    if (!running.isEmpty()) {
      NodeSighting.of(record).ifPresent(seen -> each(inbox -> inbox.node(seen)));
    }
  }

  /**
   * A node is gone.
   *
   * @param incarnation the node
   */
  public void gone(UUID incarnation) {
    each(inbox -> inbox.node(NodeSighting.gone(incarnation)));
  }

  private void each(Consumer<MonitorInbox> what) {
    running.forEach(monitor -> what.accept(monitor.inbox()));
  }

  /**
   * The store answered a question.
   *
   * @param records what it showed
   */
  public void found(List<StoredRecord> records) {
    found = running.isEmpty() ? List.of() : records;
    groups().forEach((group, record) -> watching(group, inbox -> inbox.group(record)));
  }

  /** What was {@link #found} last is all there is. */
  public void foundAll() {
    if (!running.isEmpty()) {
      Set<String> there = groups().keySet();
      for (LiveMonitor<?> monitor : running) {
        if (!there.contains(monitor.group())) {
          monitor.inbox().groupMissing();
        }
      }
    }
    found = List.of();
  }

  private void watching(String group, Consumer<MonitorInbox> what) {
    for (LiveMonitor<?> monitor : running) {
      if (monitor.group().equals(group)) {
        what.accept(monitor.inbox());
      }
    }
  }

  /** Of the groups that are watched; there may be ten thousand others. */
  private Map<String, StoredRecord> groups() {
    Set<String> watched = new HashSet<>();
    running.forEach(monitor -> watched.add(monitor.group()));
    Map<String, StoredRecord> groups = new HashMap<>();
    for (StoredRecord record : found) {
      RecordKey key = record.key();
      if (key.kind() == RecordKind.GROUP && watched.contains(key.name())) {
        groups.put(key.name(), record);
      }
    }
    return groups;
  }

  /** All that happened at once was seen. */
  public void endOfBatch() {
    each(MonitorInbox::endOfBatch);
  }
}
