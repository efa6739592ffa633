package dev.primacy.core.runtime;

import static dev.primacy.core.CoreLog.LOG;

import dev.primacy.NodeId;
import dev.primacy.control.Alarm;
import dev.primacy.control.AlarmKind;
import dev.primacy.core.alarm.ActiveAlarms;
import dev.primacy.core.dispatch.Lane;
import dev.primacy.core.dispatch.Lanes;
import dev.primacy.core.dispatch.Running;
import dev.primacy.core.dispatch.StallWatch;
import dev.primacy.core.elector.Action;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.messaging.Stamps;
import dev.primacy.core.messaging.Via;
import dev.primacy.event.AlarmCleared;
import dev.primacy.event.AlarmRaised;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.ConflictingPrimaries;
import dev.primacy.event.ControlTaken;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.EventsOverflowed;
import dev.primacy.event.ObserverFailed;
import dev.primacy.event.ObserverStalled;
import dev.primacy.event.OperationalEvent;
import dev.primacy.event.ViewEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Hands events to the container, on a lane's thread, and reports what came of it. */
final class Deliveries implements StallWatch.Listener {
  private static final int OPERATIONAL_LIMIT = 1024;

  private final EventSink sink;
  private final Clocks clocks;
  private final Supplier<NodeId> self;
  private final Lane operational;
  private final Scribe scribe;
  private final ActiveAlarms alarms;
  private final Announcements announcements;
  private final Map<Class<?>, AtomicLong> numbers = new ConcurrentHashMap<>();

  private final LongAdder failures = new LongAdder();
  private final LongAdder stalls = new LongAdder();

  // written by whichever thread delivers
  private volatile long lastTold;

  /** Makes an operational event once its number is known. */
  interface Numbered {
    OperationalEvent make(NodeId self, long seq, Instant at);
  }

  /** Makes an event of a view once its number is known. */
  interface Viewed {
    ViewEvent make(NodeId self, long seq, Instant at);
  }

  Deliveries(EventSink sink, Clocks clocks, Supplier<NodeId> self, Lanes lanes, Scribe scribe) {
    this.sink = sink;
    this.clocks = clocks;
    this.self = self;
    this.scribe = scribe;
    this.operational = lanes.lane("operational", OPERATIONAL_LIMIT);
    this.alarms = new ActiveAlarms(clocks, () -> operational.add(this::tellAlarms));
    this.announcements =
        new Announcements(
            lanes.lane(Announcements.LANE, OPERATIONAL_LIMIT),
            new Stamps(clocks, self),
            this::deliver);
    this.lastTold = clocks.nanos();
    sink.reportLateTo(this::failed);
  }

  ActiveAlarms alarms() {
    return alarms;
  }

  Announcements announcements() {
    return announcements;
  }

  /** When something was told last of nodes or groups, on the monotonic clock. */
  long lastTold() {
    return lastTold;
  }

  /** How many tasks wait on the lanes of operational events and of announcements. */
  long waiting() {
    return (long) operational.waiting() + announcements.waiting();
  }

  /** How often an observer threw. */
  long failures() {
    return failures.sum();
  }

  /** How often an observer ran for too long. */
  long stalls() {
    return stalls.sum();
  }

  /** Delivers on this thread, which is the lane's. */
  DeliveryReport deliver(Lane lane, ClusterEvent event) {
    return deliver(lane, event, Via.HERE);
  }

  /** Delivers on this thread, which is the lane's, what came by some way. */
  DeliveryReport deliver(Lane lane, ClusterEvent event, Via via) {
    long now = clocks.nanos();
    lane.observing(event, now);
    if (!(event instanceof OperationalEvent || event instanceof EnvelopedEvent)) {
      lastTold = now;
    }
    return toObservers(event, via);
  }

  /**
   * Tells something of a view on this thread, which is its follower's: views are beside all lanes,
   * and what is told of them says nothing of whether the store has news.
   */
  void tellViewed(Class<? extends ViewEvent> type, Viewed event) {
    ViewEvent made = event.make(self.get(), next(type), now());
    operational.observing(made, clocks.nanos());
    try {
      toObservers(made, Via.HERE);
    } finally {
      operational.observed();
    }
  }

  private DeliveryReport toObservers(ClusterEvent event, Via via) {
    DeliveryReport report = toSink(event, via);
    if (!report.failures().isEmpty()) {
      report.failures().forEach(failure -> failed(event, failure));
    }
    return report;
  }

  private DeliveryReport toSink(ClusterEvent event, Via via) {
    try {
      return sink.deliver(event, via);
    } catch (RuntimeException broken) {
      scribe.write(() -> LOG.sinkFailed(broken, name(event)));
      return new DeliveryReport(List.of(new DeliveryReport.Failure("all observers", broken)));
    }
  }

  /** Any thread. */
  private void failed(ClusterEvent event, DeliveryReport.Failure failure) {
    failures.increment();
    scribe.write(() -> LOG.observerFailed(failure.failure(), failure.observer(), name(event)));
    // an observer of failures that fails must not feed itself
    if (!(event instanceof OperationalEvent)) {
      report(
          ObserverFailed.class,
          (node, seq, at) ->
              new ObserverFailed(node, seq, failure.observer(), event, failure.failure(), at));
    }
  }

  @Override
  public void stalled(Running running, Duration time) {
    stalls.increment();
    Thread thread = running.thread();
    Throwable stack = new Throwable("where it is now");
    stack.setStackTrace(thread.getStackTrace());
    String name = thread.getName();
    scribe.write(() -> LOG.observerStalled(stack, name(running.event()), time.toMillis(), name));
    if (!(running.event() instanceof OperationalEvent)) {
      report(
          ObserverStalled.class,
          (node, seq, at) -> new ObserverStalled(node, seq, name, running.event(), time, at));
      alarms.raise(AlarmKind.OBSERVER_STALLED, name, "observes " + name(running.event()));
    }
  }

  @Override
  public void returned(Running running) {
    alarms.clear(AlarmKind.OBSERVER_STALLED, running.thread().getName());
  }

  @Override
  public void starved(int threads) {
    scribe.write(() -> LOG.threadsTaken(threads));
  }

  /** A queue was full. */
  void overflowed(Lane lane) {
    report(
        EventsOverflowed.class,
        (node, seq, at) -> new EventsOverflowed(node, seq, lane.name(), at));
  }

  /** Somebody took command of this node. */
  void controlTaken(boolean evicted) {
    report(ControlTaken.class, (node, seq, at) -> new ControlTaken(node, seq, evicted, at));
  }

  /** The store shows a claim that contradicts what was known. */
  void contested(Action.Contested claim) {
    report(
        ConflictingPrimaries.class,
        (node, seq, at) ->
            new ConflictingPrimaries(
                node,
                seq,
                claim.group(),
                claim.known(),
                claim.held(),
                claim.seen(),
                claim.holder(),
                at));
  }

  /** Tells something unless too much waits to be told already. Any thread. */
  void report(Class<? extends OperationalEvent> type, Numbered event) {
    operational.offer(() -> tell(type, event));
  }

  /** Tells something that must not be left out: there is a bound on how much of it waits. */
  void reportSurely(Class<? extends OperationalEvent> type, Numbered event) {
    operational.add(() -> tell(type, event));
  }

  /** Made when its turn comes, so that numbers are in the order of delivery, without gaps. */
  private void tell(Class<? extends OperationalEvent> type, Numbered event) {
    deliverNumbered(operational, type, event);
  }

  /**
   * Delivers on this thread, which is that of the one lane for events of this type; numbered as all
   * operational events are.
   */
  void deliverNumbered(Lane lane, Class<? extends OperationalEvent> type, Numbered event) {
    deliver(lane, event.make(self.get(), next(type), now()));
  }

  private long next(Class<? extends ClusterEvent> type) {
    return numbers.computeIfAbsent(type, first -> new AtomicLong()).incrementAndGet();
  }

  private void tellAlarms() {
    for (ActiveAlarms.Change change : alarms.take()) {
      Alarm alarm = change.alarm();
      if (change.raised()) {
        scribe.write(() -> LOG.alarmRaised(alarm.kind().wireName(), alarm.subject(), alarm.text()));
        tell(AlarmRaised.class, (node, seq, at) -> new AlarmRaised(node, seq, alarm, at));
      } else {
        scribe.write(() -> LOG.alarmCleared(alarm.kind().wireName(), alarm.subject()));
        tell(AlarmCleared.class, (node, seq, at) -> new AlarmCleared(node, seq, alarm, at));
      }
    }
  }

  /** Whether anybody would hear an event of a type. */
  boolean hears(Class<? extends ClusterEvent> type) {
    return sink.hears(type);
  }

  /** Whether something has to go before a group that is held here is released. */
  boolean isTenant(String group) {
    return sink.isTenant(group);
  }

  /** Has it go. On the group's lane. */
  void tenureEnds(String group) {
    try {
      sink.tenureEnds(group);
    } catch (RuntimeException broken) {
      scribe.write(() -> LOG.sinkFailed(broken, "the end of group " + group));
    }
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
