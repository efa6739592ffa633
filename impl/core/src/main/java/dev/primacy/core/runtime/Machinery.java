package dev.primacy.core.runtime;

import dev.primacy.core.dispatch.Lanes;
import dev.primacy.core.dispatch.NamedThreads;
import dev.primacy.core.dispatch.StallWatch;
import dev.primacy.core.elector.ElectionPolicy;
import dev.primacy.core.elector.Input;
import dev.primacy.core.settings.Settings;
import dev.primacy.core.view.ClusterView;
import dev.primacy.event.RoleChangeCause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** The parts of a node in a cluster, put together; nothing runs before {@link #start}. */
final class Machinery implements GroupCycle.Elections {
  private static final String NODES = "*";

  final Settings settings;
  final Incarnations incarnations;
  final ClusterView view = new ClusterView();
  final Timers timers;
  final Scribe scribe;
  final Transcript transcript;
  final LeaseLoop loop;
  final Lanes lanes;
  final Deliveries deliveries;
  final HintBox hints;
  final StoreKeeper keeper;
  final StoreCalls calls;
  final NodeFeed nodes;
  final Map<String, GroupCycle> cycles = new TreeMap<>();
  final ElectorDriver driver;
  private final RuntimeSetup setup;
  private final int eventLimit;
  private final CycleTools tools;

  // the lease thread's
  private boolean leaving;

  Machinery(RuntimeSetup setup, Settings settings, Incarnations incarnations, int eventLimit) {
    this.setup = setup;
    this.eventLimit = eventLimit;
    this.settings = settings;
    this.incarnations = incarnations;
    timers = new Timers(threads("timers"));
    scribe = new Scribe(threads("log"));
    transcript = new Transcript(scribe, setup.clocks());
    loop = new LeaseLoop(transcript::defect);
    lanes = new Lanes(settings.observers().threads(), threads("events"));
    deliveries = new Deliveries(setup.sink(), setup.clocks(), incarnations, lanes, scribe);
    hints = new HintBox(loop, this::submit);
    keeper = keeper();
    calls = calls();
    nodes =
        new NodeFeed(view, lanes.lane(NODES, eventLimit), deliveries, incarnations, setup.clocks());
    tools = tools();
    driver =
        new ElectorDriver(incarnations, setup.clocks(), calls, cycles, view, nodes, transcript);
  }

  private StoreKeeper keeper() {
    return new StoreKeeper(
        settings.engine().orElseThrow(),
        Surroundings.of(settings, setup),
        timers,
        scribe,
        threads("store"),
        hints);
  }

  private StoreCalls calls() {
    return new StoreCalls(
        keeper::store,
        setup.clocks(),
        settings.timing().requestTimeout(),
        threads("io"),
        scribe,
        (asker, answer) -> loop.post(() -> driver().answered(asker, answer)));
  }

  private CycleTools tools() {
    return new CycleTools(
        loop,
        this,
        timers,
        setup.clocks(),
        transcript,
        deliveries,
        settings.observers(),
        leftovers(),
        losses(),
        settings.timing().lease());
  }

  private Losses losses() {
    boolean exits = settings.values().text("primacy.on-lost").equals(Optional.of("exit"));
    return exits ? new ExitOnLoss(scribe, timers, setup.end()) : Losses.IGNORED;
  }

  private Leftovers leftovers() {
    return new Leftovers(
        setup.calls(),
        setup.clocks(),
        settings.timing(),
        settings.values().flag("primacy.drain.interrupt"),
        threads("drain"));
  }

  /** Begins to look after a group. On the lease thread, as all that concerns groups. */
  GroupCycle add(GroupMembership membership, ElectionPolicy policy) {
    GroupCycle cycle = cycle(membership, policy);
    cycles.put(membership.group(), cycle);
    return cycle;
  }

  /** Its last event was delivered. */
  void remove(String group) {
    cycles.remove(group);
    driver.forget(group);
    view.forget(group);
  }

  private GroupCycle cycle(GroupMembership membership, ElectionPolicy policy) {
    String group = membership.group();
    Announcer announcer =
        new Announcer(
            membership,
            new GroupEvents(group, incarnations, setup.clocks()),
            lanes.lane(group, eventLimit),
            tools);
    return new GroupCycle(membership, policy, announcer, tools);
  }

  private ThreadFactory threads(String work) {
    return new NamedThreads(setup.application(), work, setup.threads());
  }

  private ElectorDriver driver() {
    return driver;
  }

  @Override
  public void submit(Input input) {
    driver.submit(input);
  }

  /** The store has to be open. */
  void start() {
    Duration stall = settings.observers().stall();
    timers.every(stall.dividedBy(4), new StallWatch(lanes, setup.clocks(), stall, deliveries));
    timers.every(settings.timing().renewEvery(), keeper::check);
    loop.start(new Turns(), threads("lease"));
  }

  /** On the lease thread; tells whoever waits on another one, for their code may block. */
  void stepDown(String group, CompletableFuture<Void> done) {
    GroupCycle cycle = cycles.get(group);
    CompletableFuture<Void> down =
        cycle == null
            ? CompletableFuture.completedFuture(null)
            : cycle.stepDown(RoleChangeCause.STEP_DOWN);
    var unused = down.thenRun(() -> deliveries.aside(() -> done.complete(null)));
  }

  /** On the lease thread, too. */
  void switchover(GroupMembership asked, Successor successor, CompletableFuture<Void> done) {
    GroupCycle cycle = cycles.get(asked.group());
    CompletableFuture<Void> outcome =
        cycle == null
            ? CompletableFuture.failedFuture(asked.notPrimary(successor))
            : cycle.switchover(successor, new Nomination(view, driver::mayLead));
    var unused = outcome.whenComplete((ok, failure) -> tell(done, failure));
  }

  private void tell(CompletableFuture<Void> done, @Nullable Throwable failure) {
    if (failure == null) {
      deliveries.aside(() -> done.complete(null));
    } else {
      deliveries.aside(() -> done.completeExceptionally(failure));
    }
  }

  /** The life cycles of all groups, for the last time: none is added from now on. */
  List<GroupCycle> leave() {
    leaving = true;
    return List.copyOf(cycles.values());
  }

  boolean isLeaving() {
    return leaving;
  }

  private final class Turns implements LeaseLoop.Body {
    @Override
    public void turn() {
      calls.expire();
      driver.tickIfDue();
    }

    @Override
    public long waitNanos() {
      return Math.min(calls.waitNanos(), driver.waitNanos());
    }
  }

  /** Instead of {@link #start}, if the store could not be opened. */
  void abandon() {
    keeper.close();
    timers.abandon();
  }

  /** Ends every thread but the log's, in an order in which none needs another that is gone. */
  void stop(Duration patience) throws InterruptedException {
    loop.stop();
    loop.awaitEnd(patience);
    calls.close(patience);
    keeper.close();
    timers.close(patience);
  }
}
