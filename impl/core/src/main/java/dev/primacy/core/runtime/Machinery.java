package dev.primacy.core.runtime;

import dev.primacy.core.dispatch.Lane;
import dev.primacy.core.dispatch.Lanes;
import dev.primacy.core.dispatch.StallWatch;
import dev.primacy.core.elector.Input;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.settings.GroupSettings;
import dev.primacy.core.settings.Settings;
import dev.primacy.core.settings.WatchSettings;
import dev.primacy.core.view.ClusterView;
import dev.primacy.spi.MessengerException;
import dev.primacy.spi.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

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
  final StoreMeter meter;
  final StoreCalls calls;
  final NodeFeed nodes;
  final Onlookers onlookers;
  final Exchange exchange;
  final Map<String, GroupCycle> cycles = new ConcurrentSkipListMap<>();
  final Sentry sentry;
  final ElectorDriver driver;
  final Operations operations;
  final RelayState relayState = new RelayState();
  private final Foundry foundry;
  private final CycleTools tools;

  // the lease thread's
  private boolean leaving;

  Machinery(RuntimeSetup setup, Settings settings, Incarnations incarnations, int eventLimit) {
    this.settings = settings;
    this.incarnations = incarnations;
    foundry = new Foundry(setup, settings, eventLimit);
    timers = foundry.timers();
    scribe = foundry.scribe();
    transcript = new Transcript(scribe, setup.clocks());
    loop = foundry.loop(transcript);
    lanes = foundry.lanes(settings.observers().threads());
    deliveries = new Deliveries(setup.sink(), setup.clocks(), incarnations, lanes, scribe);
    hints = new HintBox(loop, this::submit);
    keeper = foundry.keeper(timers, scribe, hints);
    meter = foundry.meter(lanes, incarnations);
    calls = calls();
    nodes = nodes();
    onlookers = foundry.onlookers(this);
    exchange = foundry.exchange(lanes, deliveries, scribe, hints, keeper);
    tools = tools();
    sentry = sentry();
    driver = newDriver();
    operations = new Operations(this, foundry.desk(), setup.initializer().orElse(null));
  }

  private NodeFeed nodes() {
    Lane lane = lanes.lane(NODES, foundry.eventLimit());
    DecodeFailures failures = DecodeFailures.of(this);
    RecordFeed records = new RecordFeed(lane, deliveries, incarnations, clocks(), failures);
    return new NodeFeed(view, records, lane, deliveries, incarnations, clocks());
  }

  private ElectorDriver newDriver() {
    return new ElectorDriver(
        incarnations,
        clocks(),
        calls,
        cycles,
        view,
        nodes,
        transcript,
        keeper.contact(),
        this::operations,
        new Witnesses(List.of(sentry, new MonitorFeed(onlookers.monitors()))));
  }

  private Sentry sentry() {
    return new Sentry(
        settings.engine().orElseThrow().name(),
        keeper::status,
        view,
        cycles,
        settings.timing(),
        new Sentry.Tools(deliveries, scribe, clocks()));
  }

  private StoreCalls calls() {
    return new StoreCalls(
        () -> meter.over(keeper.store()),
        clocks(),
        settings.timing().requestTimeout(),
        foundry::io,
        scribe,
        (asker, answer) -> loop.post(() -> driver().answered(asker, answer)));
  }

  private CycleTools tools() {
    return new CycleTools(
        loop,
        this,
        timers,
        clocks(),
        transcript,
        deliveries,
        settings.observers(),
        foundry.leftovers(),
        this::operations,
        foundry.losses(scribe, timers),
        settings.timing().lease());
  }

  private Operations operations() {
    return operations;
  }

  Clocks clocks() {
    return foundry.clocks();
  }

  /** How whoever asks this node waits. */
  Execution execution() {
    return foundry.execution();
  }

  long nanos() {
    return clocks().nanos();
  }

  /** A time limit that is heard of on the lease thread. */
  Patience patience(Duration time, Runnable onTimeout) {
    return tools.patience(time, onTimeout);
  }

  /** Begins to look after a group. On the lease thread, as all that concerns groups. */
  GroupCycle add(GroupMembership membership, GroupSettings group) {
    GroupCycle cycle = cycle(membership, group);
    cycles.put(membership.group(), cycle);
    sentry.joined(membership.group(), group.policy());
    return cycle;
  }

  /** What looks after a group; any thread. */
  Optional<GroupCycle> find(String group) {
    return Optional.ofNullable(cycles.get(group));
  }

  /** Its last event was delivered. */
  void remove(String group) {
    cycles.remove(group);
    driver.forget(group);
    view.forget(group);
    operations.forget(group);
    sentry.left(group);
  }

  private GroupCycle cycle(GroupMembership membership, GroupSettings settings) {
    String group = membership.group();
    Announcer announcer =
        new Announcer(
            membership,
            new GroupEvents(group, incarnations, clocks()),
            lanes.lane(group, foundry.eventLimit()),
            tools);
    Conduct conduct = operations.conduct(membership, settings);
    return new GroupCycle(membership, settings.policy(), conduct, announcer, tools);
  }

  private ElectorDriver driver() {
    return driver;
  }

  @Override
  public void submit(Input input) {
    driver.submit(input);
  }

  /** Has something run on a group's lane; not at all if there is no such group. Any thread. */
  void onLane(String group, Runnable task) {
    loop.post(
        () -> {
          GroupCycle cycle = cycles.get(group);
          if (cycle != null) {
            cycle.onLane(task);
          }
        });
  }

  void open() throws StoreException, MessengerException {
    keeper.open();
    foundry.open(exchange);
  }

  /**
   * The store has to be open.
   *
   * @param joined the groups taken part in, on any thread
   */
  void start(Supplier<Set<String>> joined) {
    Duration stall = settings.observers().stall();
    timers.every(stall.dividedBy(4), new StallWatch(lanes, clocks(), stall, deliveries));
    timers.every(settings.timing().renewEvery(), keeper::check);
    timers.every(settings.timing().renewEvery(), () -> loop.post(sentry::look));
    new Watches(this, WatchSettings.of(settings.values()))
        .start(joined, foundry.threads("inactivity"));
    loop.start(new Turns(calls, driver), foundry.threads("lease"));
  }

  /** The life cycles of all groups, for the last time: none is added from now on. */
  List<GroupCycle> leave() {
    leaving = true;
    return List.copyOf(cycles.values());
  }

  boolean isLeaving() {
    return leaving;
  }

  /** Instead of {@link #start}, if the store could not be opened. */
  void abandon() {
    onlookers.end();
    exchange.close();
    operations.close();
    keeper.close();
    timers.abandon();
  }

  /** Ends every thread but the log's, in an order in which none needs another that is gone. */
  void stop(Duration patience) throws InterruptedException {
    loop.stop();
    loop.awaitEnd(patience);
    operations.close();
    calls.close(patience);
    keeper.close();
    timers.close(patience, execution());
  }
}
