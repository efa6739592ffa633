package dev.primacy.core.runtime;

import static java.util.Objects.requireNonNull;

import dev.primacy.control.SecondaryInitializer;
import dev.primacy.core.gate.CallsUnderWay;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.messaging.MessagingSetup;
import dev.primacy.core.settings.SettingsSource;
import dev.primacy.core.settings.SystemSettings;
import dev.primacy.spi.Engine;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * Everything a runtime is made of; start from {@link #of} and replace what differs.
 *
 * @param application the application's name, for threads, log lines and the node's name
 * @param source where settings come from
 * @param engines the engines on the class path
 * @param usage what the application makes of it
 * @param sink where events go
 * @param calls what is known of the guarded calls under way
 * @param process what is taken from the process
 * @param initializer copies the application's state; empty if it has none to copy
 * @since 0.1
 */
public record RuntimeSetup(
    String application,
    SettingsSource source,
    List<Engine> engines,
    Usage usage,
    EventSink sink,
    CallsUnderWay calls,
    ProcessParts process,
    Optional<SecondaryInitializer> initializer) {

  /** Checks the components and copies the list. */
  public RuntimeSetup {
    requireNonNull(application, "application");
    requireNonNull(source, "source");
    engines = List.copyOf(engines);
    requireNonNull(usage, "usage");
    requireNonNull(sink, "sink");
    requireNonNull(calls, "calls");
    requireNonNull(process, "process");
    requireNonNull(initializer, "initializer");
  }

  /**
   * The setup of an application that guards and observes, without engines, with system properties
   * and environment, and with events that go nowhere.
   *
   * @param application the application's name
   * @return the setup
   */
  public static RuntimeSetup of(String application) {
    return new RuntimeSetup(
        application,
        new SystemSettings(),
        List.of(),
        Usage.FULL,
        event -> DeliveryReport.CLEAN,
        CallsUnderWay.UNKNOWN,
        ProcessParts.OWN,
        Optional.empty());
  }

  /**
   * Replaces where settings come from.
   *
   * @param next the source
   * @return the changed setup
   */
  public RuntimeSetup withSource(SettingsSource next) {
    return new RuntimeSetup(application, next, engines, usage, sink, calls, process, initializer);
  }

  /**
   * Replaces the engines.
   *
   * @param next the engines
   * @return the changed setup
   */
  public RuntimeSetup withEngines(List<Engine> next) {
    return new RuntimeSetup(application, source, next, usage, sink, calls, process, initializer);
  }

  /**
   * Replaces what the application makes of it.
   *
   * @param next the usage
   * @return the changed setup
   */
  public RuntimeSetup withUsage(Usage next) {
    return new RuntimeSetup(application, source, engines, next, sink, calls, process, initializer);
  }

  /**
   * Replaces where events go.
   *
   * @param next the sink
   * @return the changed setup
   */
  public RuntimeSetup withSink(EventSink next) {
    return new RuntimeSetup(application, source, engines, usage, next, calls, process, initializer);
  }

  /**
   * Replaces what makes threads.
   *
   * @param next the factory
   * @return the changed setup
   */
  public RuntimeSetup withThreads(ThreadFactory next) {
    return with(new ProcessParts(next, process.clocks(), process.end(), process.execution()));
  }

  /**
   * Replaces what is known of the guarded calls under way.
   *
   * @param next who knows
   * @return the changed setup
   */
  public RuntimeSetup withCalls(CallsUnderWay next) {
    return new RuntimeSetup(application, source, engines, usage, sink, next, process, initializer);
  }

  /**
   * Replaces all time, and what waits by it.
   *
   * @param next the clocks
   * @param waiting threads, waiting and chance; that of the machine if the clocks go by themselves
   * @return the changed setup
   */
  public RuntimeSetup withTime(Clocks next, Execution waiting) {
    return with(new ProcessParts(process.threads(), next, process.end(), waiting));
  }

  /**
   * Replaces what ends the process.
   *
   * @param next how
   * @return the changed setup
   */
  public RuntimeSetup withEnd(ProcessEnd next) {
    return with(new ProcessParts(process.threads(), process.clocks(), next, process.execution()));
  }

  /**
   * Replaces what copies the application's state.
   *
   * @param next how
   * @return the changed setup
   */
  public RuntimeSetup withInitializer(SecondaryInitializer next) {
    Optional<SecondaryInitializer> some = Optional.of(next);
    return new RuntimeSetup(application, source, engines, usage, sink, calls, process, some);
  }

  private RuntimeSetup with(ProcessParts next) {
    return new RuntimeSetup(application, source, engines, usage, sink, calls, next, initializer);
  }

  /**
   * Makes threads with the application's context.
   *
   * @return a part of the process
   */
  public ThreadFactory threads() {
    return process.threads();
  }

  /**
   * All time.
   *
   * @return a part of the process
   */
  public Clocks clocks() {
    return process.clocks();
  }

  /**
   * Ends the process if it is configured so.
   *
   * @return a part of the process
   */
  public ProcessEnd end() {
    return process.end();
  }

  /**
   * Threads, waiting and chance.
   *
   * @return a part of the process
   */
  public Execution execution() {
    return process.execution();
  }

  /**
   * What it makes of events between nodes.
   *
   * @return a part of the usage
   */
  public MessagingSetup messaging() {
    return usage.messaging();
  }

  /**
   * Replaces what it makes of events between nodes.
   *
   * @param next messengers, codec, types, queues
   * @return the changed setup
   */
  public RuntimeSetup withMessaging(MessagingSetup next) {
    return withUsage(usage.with(next));
  }
}
