package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.GROUP;

import dev.primacy.ClusterNode;
import dev.primacy.GroupStanding;
import dev.primacy.Membership;
import dev.primacy.NodeAttributes;
import dev.primacy.NodeRole;
import dev.primacy.core.dispatch.Lane;
import dev.primacy.core.dispatch.Lanes;
import dev.primacy.core.elector.ElectionPolicy;
import dev.primacy.core.elector.Input;
import dev.primacy.core.elector.Request;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.CallsUnderWay;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.settings.Settings;
import dev.primacy.core.view.ClusterView;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One process in virtual time: everything between the elector and the observers as it is in
 * production, with the lease thread, the dispatch threads, the timers and the way to the store
 * moved by {@link VirtualTime}.
 */
final class VirtualProcess
    implements Clocks, Steps, Alarms, ElectorDriver.Requests, GroupMembership.Surroundings {

  private final Throwable noAnswer = new TimeoutException("no answer");
  final String name;
  final EventLog log;
  private final VirtualTime time;
  private final VirtualRecords records;
  private final Settings settings;
  private final long wallOffset;
  private final ClusterView view = new ClusterView();
  private final GroupMembership membership;
  private final GroupCycle cycle;
  private final ElectorDriver driver;
  private final Deque<Runnable> inbox = new ArrayDeque<>();

  private boolean alive = true;
  private boolean leaving;
  private long frozenUntil;
  private long cutUntil;
  private int delivering;
  private long wakeUp = Long.MIN_VALUE;

  VirtualProcess(
      VirtualTime time, VirtualRecords records, Settings settings, String name, EventLog log) {
    this.time = time;
    this.records = records;
    this.settings = settings;
    this.name = name;
    this.log = log;
    SplittableRandom random = time.random.split();
    wallOffset = 1_800_000_000_000L + random.nextLong(7_200_000);
    Incarnations incarnations =
        new Incarnations(
            settings, () -> new UUID(random.nextLong(), random.nextLong()), random.split());
    // nobody reads it: the thread ends before the first line
    Scribe scribe = new Scribe(task -> new Thread(() -> {}));
    Transcript transcript = new Transcript(scribe, this);
    Lanes lanes = new Lanes(new Pool());
    Deliveries deliveries = new Deliveries(log, this, incarnations, lanes, scribe);
    Lane nodeLane = lanes.lane("*", 1024);
    RecordFeed recordFeed =
        new RecordFeed(nodeLane, deliveries, incarnations, this, RecordFeed.Unread.NONE);
    NodeFeed nodes = new NodeFeed(view, recordFeed, nodeLane, deliveries, incarnations, this);
    Map<String, GroupCycle> cycles = new TreeMap<>();
    driver =
        new ElectorDriver(
            incarnations,
            this,
            this,
            cycles,
            view,
            nodes,
            transcript,
            new Contact(this, settings.timing().lease()),
            () -> Oversight.NONE,
            ElectorDriver.Witness.NONE);
    CycleTools tools = tools(transcript, deliveries);
    membership =
        new GroupMembership(
            GROUP,
            incarnations,
            this,
            settings.timing().lease(),
            this,
            new GroupMembership.Start(GroupStanding.JOINING, Admission.CLOSED));
    GroupEvents events = new GroupEvents(GROUP, incarnations, this);
    Announcer announcer = new Announcer(membership, events, lanes.lane(GROUP, 1024), tools);
    cycle =
        new GroupCycle(membership, ElectionPolicy.AUTOMATIC, Conduct.AUTOMATIC, announcer, tools);
    cycles.put(GROUP, cycle);
  }

  private CycleTools tools(Transcript transcript, Deliveries deliveries) {
    return new CycleTools(
        this,
        input -> driver().submit(input),
        this,
        this,
        transcript,
        deliveries,
        settings.observers(),
        new Leftovers(CallsUnderWay.UNKNOWN, this, settings.timing(), false, Thread::new),
        () -> Oversight.NONE,
        Losses.IGNORED,
        settings.timing().lease());
  }

  private ElectorDriver driver() {
    return driver;
  }

  // ---- what is done to it

  void start() {
    post(
        () -> {
          cycle.start(RoleChangeCause.STARTED);
          driver.start();
        });
  }

  void stepDown() {
    post(
        () -> {
          var unused = cycle.stepDown(RoleChangeCause.STEP_DOWN);
        });
  }

  /** As an application that stops. */
  void leave() {
    leaving = true;
    post(
        () -> {
          var unused = cycle.leave(new TreeSet<>()).thenRun(this::leaveCluster);
        });
  }

  private void leaveCluster() {
    var unused = driver.leave().thenRun(() -> cycle.left(RoleChangeCause.SHUTDOWN));
  }

  void kill() {
    alive = false;
    inbox.clear();
  }

  void freeze(long nanos) {
    frozenUntil = time.now() + nanos;
    time.at(frozenUntil, this::work);
  }

  void cut(long nanos) {
    cutUntil = time.now() + nanos;
  }

  // ---- what it is

  Membership view() {
    return membership;
  }

  boolean isAlive() {
    return alive;
  }

  boolean isPrimary() {
    return alive && !isFrozen() && membership.role() == NodeRole.PRIMARY;
  }

  /** Everything that happened was told. */
  boolean isQuiet() {
    return !isFrozen() && !isCut() && inbox.isEmpty() && delivering == 0;
  }

  boolean hasLeft() {
    return leaving && membership.standing() == GroupStanding.LEFT && isQuiet();
  }

  private boolean isFrozen() {
    return time.now() < frozenUntil;
  }

  private boolean isCut() {
    return time.now() < cutUntil;
  }

  void hint(RecordKey key) {
    if (!isCut()) {
      time.in(time.moment(), () -> post(() -> driver.submit(new Input.Hinted(key))));
    }
  }

  // ---- the lease thread

  @Override
  public void post(Runnable step) {
    inbox.add(step);
    time.in(0, this::work);
  }

  private void work() {
    while (alive && !isFrozen()) {
      Runnable next = inbox.poll();
      if (next != null) {
        next.run();
      }
      driver.tickIfDue();
      if (next == null) {
        sleep();
        return;
      }
    }
  }

  private void sleep() {
    long due = time.now() + Math.max(1, driver.waitNanos());
    if (due != wakeUp) {
      wakeUp = due;
      time.at(due, this::work);
    }
  }

  // ---- the other threads

  /** Runs lanes, each after a moment. */
  private final class Pool extends ThreadPoolExecutor {
    Pool() {
      super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    @Override
    public void execute(Runnable lane) {
      delivering++;
      time.in(time.moment(), () -> run(lane));
    }

    private void run(Runnable lane) {
      if (isFrozen()) {
        time.at(frozenUntil, () -> run(lane));
      } else if (alive) {
        // counted as under way until it has run: it may be scheduled again meanwhile
        lane.run();
        delivering--;
      }
    }
  }

  @Override
  public Future<?> after(Duration delay, Runnable task) {
    CompletableFuture<Void> alarm = new CompletableFuture<>();
    time.in(delay.toNanos(), () -> ring(alarm, task));
    return alarm;
  }

  private void ring(CompletableFuture<Void> alarm, Runnable task) {
    if (isFrozen()) {
      time.at(frozenUntil, () -> ring(alarm, task));
    } else if (alive && !alarm.isCancelled()) {
      task.run();
    }
  }

  // ---- the way to the store

  @Override
  public void send(Object asker, RecordKey own, long number, Request request) {
    boolean[] answered = new boolean[1];
    time.in(
        settings.timing().requestTimeout().toNanos(),
        () -> answer(asker, silence(number, request), answered));
    time.in(
        time.moment(),
        () -> {
          if (!isCut()) {
            List<Input> answers = records.ask(number, request);
            time.in(time.moment(), () -> reply(asker, answers, answered));
          }
        });
  }

  private void reply(Object asker, List<Input> answers, boolean[] answered) {
    if (!isCut()) {
      answer(asker, answers, answered);
    }
  }

  private List<Input> silence(long number, Request request) {
    Input unknown = new Input.Written(number, new PutOutcome.Unknown(noAnswer));
    if (request instanceof Request.PutAndList) {
      return List.of(unknown, new Input.NotFoundOut(number + 1));
    }
    boolean write = request instanceof Request.Put || request instanceof Request.Remove;
    return List.of(write ? unknown : new Input.NotFoundOut(number));
  }

  private void answer(Object asker, List<Input> answers, boolean[] answered) {
    if (!answered[0] && alive) {
      answered[0] = true;
      answers.forEach(input -> post(() -> driver.answered(asker, input)));
    }
  }

  // ---- clocks, and what a view asks for

  @Override
  public long nanos() {
    return time.now();
  }

  @Override
  public long millis() {
    return wallOffset + time.now() / 1_000_000;
  }

  @Override
  public List<ClusterNode> nodes(String group) {
    return view.nodes(group);
  }

  @Override
  public CompletionStage<Void> publish(NodeAttributes attributes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletionStage<Void> stepDown(String group) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> switchover(GroupMembership asked, Successor successor) {
    return CompletableFuture.failedStage(asked.notPrimary(successor));
  }

  @Override
  public String toString() {
    return name + " " + membership.role() + " " + membership.standing();
  }
}
