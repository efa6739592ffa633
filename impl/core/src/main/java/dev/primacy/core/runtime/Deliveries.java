package dev.primacy.core.runtime;

import static dev.primacy.core.CoreLog.LOG;

import dev.primacy.NodeId;
import dev.primacy.core.dispatch.Lane;
import dev.primacy.core.dispatch.Lanes;
import dev.primacy.core.dispatch.Running;
import dev.primacy.core.dispatch.StallWatch;
import dev.primacy.core.elector.Action;
import dev.primacy.core.gate.Clocks;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.ConflictingPrimaries;
import dev.primacy.event.EventsOverflowed;
import dev.primacy.event.ObserverFailed;
import dev.primacy.event.ObserverStalled;
import dev.primacy.event.OperationalEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Hands events to the container, on a lane's thread, and reports what came of it. */
final class Deliveries implements StallWatch.Listener {
  private static final int OPERATIONAL_LIMIT = 1024;

  private final EventSink sink;
  private final Clocks clocks;
  private final Supplier<NodeId> self;
  private final Lane operational;
  private final Scribe scribe;
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong stalled = new AtomicLong();
  private final AtomicLong overflowed = new AtomicLong();
  private final AtomicLong contested = new AtomicLong();

  Deliveries(EventSink sink, Clocks clocks, Supplier<NodeId> self, Lanes lanes, Scribe scribe) {
    this.sink = sink;
    this.clocks = clocks;
    this.self = self;
    this.scribe = scribe;
    this.operational = lanes.lane("operational", OPERATIONAL_LIMIT);
    sink.reportLateTo(this::failed);
  }

  /** Delivers on this thread, which is the lane's. */
  DeliveryReport deliver(Lane lane, ClusterEvent event) {
    lane.observing(event, clocks.nanos());
    DeliveryReport report = toSink(event);
    if (!report.failures().isEmpty()) {
      report.failures().forEach(failure -> failed(event, failure));
    }
    return report;
  }

  private DeliveryReport toSink(ClusterEvent event) {
    try {
      return sink.deliver(event);
    } catch (RuntimeException broken) {
      scribe.write(() -> LOG.sinkFailed(broken, name(event)));
      return new DeliveryReport(List.of(new DeliveryReport.Failure("all observers", broken)));
    }
  }

  /** Any thread. */
  private void failed(ClusterEvent event, DeliveryReport.Failure failure) {
    scribe.write(() -> LOG.observerFailed(failure.failure(), failure.observer(), name(event)));
    // an observer of failures that fails must not feed itself
    if (!(event instanceof OperationalEvent)) {
      report(
          () ->
              new ObserverFailed(
                  self.get(),
                  failed.incrementAndGet(),
                  failure.observer(),
                  event,
                  failure.failure(),
                  now()));
    }
  }

  @Override
  public void stalled(Running running, Duration time) {
    Thread thread = running.thread();
    Throwable stack = new Throwable("where it is now");
    stack.setStackTrace(thread.getStackTrace());
    String name = thread.getName();
    scribe.write(() -> LOG.observerStalled(stack, name(running.event()), time.toMillis(), name));
    if (!(running.event() instanceof OperationalEvent)) {
      report(
          () ->
              new ObserverStalled(
                  self.get(),
                  stalled.incrementAndGet(),
                  thread.getName(),
                  running.event(),
                  time,
                  now()));
    }
  }

  @Override
  public void starved(int threads) {
    scribe.write(() -> LOG.threadsTaken(threads));
  }

  /** A queue was full. */
  void overflowed(Lane lane) {
    report(
        () -> new EventsOverflowed(self.get(), overflowed.incrementAndGet(), lane.name(), now()));
  }

  /** The store shows a claim that contradicts what was known. */
  void contested(Action.Contested claim) {
    report(
        () ->
            new ConflictingPrimaries(
                self.get(),
                contested.incrementAndGet(),
                claim.group(),
                claim.known(),
                claim.held(),
                claim.seen(),
                claim.holder(),
                now()));
  }

  /** Made when its turn comes, so that numbers are in the order of delivery, without gaps. */
  private void report(Supplier<OperationalEvent> event) {
    operational.offer(() -> deliver(operational, event.get()));
  }

  /** Runs somebody else's code on a dispatch thread, in no order with any group. */
  void aside(Runnable task) {
    operational.add(task);
  }

  private Instant now() {
    return Instant.ofEpochMilli(clocks.millis());
  }

  private static String name(ClusterEvent event) {
    return event.getClass().getSimpleName();
  }
}
