package dev.primacy.core.runtime;

import dev.primacy.core.dispatch.Lanes;
import dev.primacy.core.dispatch.NamedThreads;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.settings.Settings;
import dev.primacy.spi.MessengerException;
import dev.primacy.spi.RecordKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Consumer;

/** Makes the parts of a node that depend on nothing but its setup and settings. */
final class Foundry {
  private static final int DESKS = 4;
  private static final int COMMANDS_WAITING = 64;
  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final Duration IDLE_IO = Duration.ofSeconds(60);

  private final RuntimeSetup setup;
  private final Settings settings;
  private final int eventLimit;
  private final ThreadFactory ioThreads;

  /**
   * Begins.
   *
   * @param eventLimit how many events of a group may wait
   */
  Foundry(RuntimeSetup setup, Settings settings, int eventLimit) {
    this.setup = setup;
    this.settings = settings;
    this.eventLimit = eventLimit;
    this.ioThreads = threads("io");
  }

  Clocks clocks() {
    return setup.clocks();
  }

  Execution execution() {
    return setup.execution();
  }

  int eventLimit() {
    return eventLimit;
  }

  ThreadFactory threads(String work) {
    ThreadFactory made = setup.execution().threads(work, setup.threads());
    return new NamedThreads(setup.application(), work, made);
  }

  Timers timers() {
    return new Timers(setup.execution().timers(threads("timers")));
  }

  Scribe scribe() {
    return new Scribe(threads("log"), setup.execution());
  }

  LeaseLoop loop(Transcript transcript) {
    return new LeaseLoop(setup.clocks(), transcript::defect, setup.execution());
  }

  /** Their threads stay, so that an event costs one hand-off. */
  Lanes lanes(int threads) {
    return new Lanes(
        setup.execution().pool(threads, Duration.ZERO, Integer.MAX_VALUE, threads("events")));
  }

  /** For calls of the store. */
  ThreadPoolExecutor io(int threads) {
    return setup.execution().pool(threads, IDLE_IO, Integer.MAX_VALUE, ioThreads);
  }

  StoreKeeper keeper(Timers timers, Scribe scribe, Consumer<RecordKey> hints) {
    return new StoreKeeper(
        settings.engine().orElseThrow(),
        Surroundings.of(settings, setup),
        timers,
        scribe,
        threads("store"),
        hints,
        new Contact(setup.clocks(), settings.timing().lease()));
  }

  StoreMeter meter(Lanes lanes, Incarnations incarnations) {
    return new StoreMeter(
        setup.clocks(),
        () -> incarnations.get().incarnation(),
        lanes.lane(StoreMeter.LANE, StoreMeter.MOST_WAITING));
  }

  /** Whoever watches the nodes and groups of a machinery, of which these parts are there. */
  Onlookers onlookers(Machinery parts) {
    Sightings sightings = new Sightings(parts);
    PostedSource source = new PostedSource(parts.loop, parts.nodes.watches(), sightings::all);
    return new Onlookers(
        watches(source, parts.timers, parts.scribe, parts.deliveries),
        MonitorFeed.monitors(setup, settings, MonitorFeed.source(parts.keeper)));
  }

  /** For what operators ask of the store, and for copies of an application's state. */
  ThreadPoolExecutor desk() {
    ThreadPoolExecutor made =
        setup.execution().pool(DESKS, IDLE, COMMANDS_WAITING, threads("control"));
    made.allowCoreThreadTimeOut(true);
    return made;
  }

  NodeWatches watches(NodeSource nodes, Timers timers, Scribe scribe, Deliveries deliveries) {
    return new NodeWatches(
        new WatchTools(
            nodes,
            timers,
            setup.clocks(),
            scribe,
            deliveries,
            settings.observers().stall(),
            this::threads));
  }

  /** With hints of other nodes, if the store has none. */
  Exchange exchange(
      Lanes lanes,
      Deliveries deliveries,
      Scribe scribe,
      Consumer<RecordKey> hints,
      StoreKeeper keeper) {
    PeerHints peers = new PeerHints(hints, keeper::isHinted, setup.clocks());
    Exchange made = exchange(lanes, deliveries, scribe, peers);
    keeper.whenWritten(made::hint);
    return made;
  }

  Exchange exchange(Lanes lanes, Deliveries deliveries, Scribe scribe, Consumer<RecordKey> hints) {
    ExchangeParts parts =
        new ExchangeParts(
            setup.messaging(),
            settings.values(),
            settings.defaultGroup().orElse(settings.cluster()),
            lanes.lane(Exchange.LANE, Integer.MAX_VALUE),
            deliveries,
            scribe);
    return new Exchange(parts, hints);
  }

  /** Connects it, if there is anything to connect. */
  void open(Exchange exchange) throws MessengerException {
    exchange.open(Surroundings.of(settings, setup));
  }

  Losses losses(Scribe scribe, Timers timers) {
    boolean exits = settings.values().text("primacy.on-lost").equals(Optional.of("exit"));
    return exits ? new ExitOnLoss(scribe, timers, setup.end()) : Losses.IGNORED;
  }

  Leftovers leftovers() {
    return new Leftovers(
        setup.calls(),
        setup.clocks(),
        settings.timing(),
        settings.values().flag("primacy.drain.interrupt"),
        threads("drain"));
  }
}
