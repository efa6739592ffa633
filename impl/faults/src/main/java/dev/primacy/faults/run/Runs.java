package dev.primacy.faults.run;

import dev.primacy.faults.cluster.Build;
import dev.primacy.faults.cluster.StoreKind;
import dev.primacy.faults.fault.Fault;
import dev.primacy.faults.fault.Faults;
import dev.primacy.faults.network.Network;
import dev.primacy.faults.probe.Plant;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The process in the hub: runs every scenario on every store, and ends with what came of it. */
public final class Runs {
  /** The system property that says whose network this is. */
  static final String NETWORK = Options.PREFIX + "network";

  private static final int FAILOVERS = 100;
  private static final int EVENTS = 10_000;
  private static final int FEW_EVENTS = 2_000;
  private static final Duration SHORT_LEASE = Duration.ofMillis(1_500);

  /** Two by choice, one by death, one by delay. */
  private static final List<String> CYCLE = List.of("step-down", "kill", "step-down", "pause");

  /** A planted defect is a matter of milliseconds: more pauses if the first one did not show it. */
  private static final int MOST_PAUSES = 4;

  private final Options options;
  private final Network network;
  private final Report report;

  private Runs(Options options, Network network, Report report) {
    this.options = options;
    this.network = network;
    this.report = report;
  }

  /** Runs what the system properties say. */
  public static void main(String[] arguments) throws IOException {
    Parent.endWithIt();
    Options options = Options.read();
    Files.createDirectories(options.work());
    Report report = new Report(System.out, options.work().resolve("table.md"));
    Runs runs = new Runs(options, Network.of(Long.getLong(NETWORK)), report);
    options.engines().forEach(engine -> runs.tried("on " + engine.id(), () -> runs.on(engine)));
    if (options.scenarios().contains(Scenario.PLANT)) {
      runs.tried("planted defects", runs::plant);
    }
    System.exit(report.end() ? 0 : 1);
  }

  @FunctionalInterface
  private interface Part {
    void run() throws Exception;
  }

  /** One part that fails does not keep the others from being run. */
  private void tried(String what, Part part) {
    try {
      part.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      report.fail(what + " was interrupted");
    } catch (Exception e) {
      e.printStackTrace(System.out);
      report.fail(what + ": " + e);
    }
  }

  private void on(StoreKind engine) throws Exception {
    if (options.scenarios().contains(Scenario.FAULTS)) {
      faults(engine);
    }
    if (options.scenarios().contains(Scenario.HANDOVER)) {
      Session session = session("handover", engine, options.lease(), Plant.NONE);
      Handover handover = new Handover(session.seed());
      Outcome outcome = session.quietly(network, options.work(), handover::run);
      report.add(outcome);
      report.say(handover.judge(outcome));
    }
    if (options.scenarios().contains(Scenario.FAILOVERS)) {
      failovers(engine);
    }
    if (options.scenarios().contains(Scenario.EVENTS) && engine.carriesEvents()) {
      events(engine);
    }
    if (options.scenarios().contains(Scenario.UPGRADE)) {
      upgrade(engine);
    }
  }

  private void upgrade(StoreKind engine) throws Exception {
    if (options.earlier().isEmpty()) {
      report.say(engine.id() + "-upgrade: not run, faults.upgrade.from names no earlier build");
      return;
    }
    Build earlier = options.earlier().get();
    Session session = session("upgrade", engine, options.lease(), Plant.NONE).from(earlier);
    report.say(session.name() + ": from " + earlier.root());
    UpgradeRun run = new UpgradeRun(earlier);
    Outcome outcome = run(session, run::run);
    run.lines().forEach(line -> report.say(session.name() + ": " + line));
    run.wrong().forEach(line -> report.fail(session.name() + ": " + line));
    report.add(outcome);
  }

  private void events(StoreKind engine) throws Exception {
    boolean keeps = engine != StoreKind.EMBEDDED;
    Session session =
        session("events", engine, options.lease(), Plant.NONE).telling(keeps ? "durable" : "live");
    EventRun run = new EventRun(session.name(), keeps, options.quick() ? FEW_EVENTS : EVENTS);
    report.say(session.name());
    Outcome outcome = session.quietly(network, options.work(), run::run);
    run.judge(HandledEvents.read(options.work().resolve(session.name()).resolve("history")));
    run.lines().forEach(report::say);
    run.wrong().forEach(report::fail);
    report.add(outcome);
  }

  private Session session(String kind, StoreKind engine, Duration lease, Plant plant) {
    return new Session(
        engine.id() + "-" + kind, engine, lease, plant, options.seed(), "off", Build.own());
  }

  private void faults(StoreKind engine) throws Exception {
    Session session = session("faults", engine, options.lease(), options.plant());
    report.add(
        run(
            session,
            (cluster, episodes, recorder) -> {
              for (int round = 0; round < options.rounds(); round++) {
                for (Fault fault : options.faults(engine)) {
                  report.say(session.name() + ": " + fault.name());
                  episodes.run(fault);
                }
              }
            }));
  }

  private void failovers(StoreKind engine) throws Exception {
    Session session = session("failovers", engine, SHORT_LEASE, Plant.NONE);
    int share = FAILOVERS / options.engines().size();
    report.add(
        run(
            session,
            (cluster, episodes, recorder) -> {
              for (int i = 0; i < share; i++) {
                episodes.run(Faults.of(CYCLE.get(i % CYCLE.size())));
              }
            }));
  }

  private Outcome run(Session session, Session.Work work) throws Exception {
    return session.run(network, options.work(), work);
  }

  private void plant() throws Exception {
    List<Plant> plants =
        options.quick()
            ? List.of(Plant.UNFENCED)
            : Arrays.stream(Plant.values()).filter(plant -> plant != Plant.NONE).toList();
    for (Plant plant : plants) {
      seen(plant);
    }
  }

  private void seen(Plant plant) throws Exception {
    StoreKind engine = options.engines().get(0);
    Session session = session("planted-" + plant, engine, options.lease(), plant);
    Outcome outcome =
        run(
            session,
            (cluster, episodes, recorder) -> {
              for (int i = 0; i < MOST_PAUSES; i++) {
                episodes.run(Faults.of("pause"));
              }
            });
    if (outcome.violations().isEmpty()) {
      report.fail("the planted defect " + plant + " was not found");
    } else {
      report.say("planted " + plant + ", found: " + outcome.violations().get(0));
    }
  }
}
