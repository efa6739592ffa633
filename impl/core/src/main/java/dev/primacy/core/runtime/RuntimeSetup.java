package dev.primacy.core.runtime;

import static java.util.Objects.requireNonNull;

import dev.primacy.control.SecondaryInitializer;
import dev.primacy.core.gate.CallsUnderWay;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.gate.SystemClocks;
import dev.primacy.core.messaging.MessagingSetup;
import dev.primacy.core.settings.SettingsSource;
import dev.primacy.core.settings.SystemSettings;
import dev.primacy.spi.Engine;
import dev.primacy.spi.SettingDescription;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * Everything a runtime is made of; start from {@link #of} and replace what differs.
 *
 * @param application the application's name, for threads, log lines and the node's name
 * @param source where settings come from
 * @param moreSettings rows that other modules add to the settings table
 * @param engines the engines on the class path
 * @param usage what the application makes of it
 * @param sink where events go
 * @param threads makes threads with the application's context; they are named and made daemons here
 * @param calls what is known of the guarded calls under way
 * @param clocks all time
 * @param end ends the process if it is configured so
 * @param initializer copies the application's state; empty if it has none to copy
 * @param execution threads, waiting and chance
 * @since 0.1
 */
public record RuntimeSetup(
    String application,
    SettingsSource source,
    List<SettingDescription> moreSettings,
    List<Engine> engines,
    Usage usage,
    EventSink sink,
    ThreadFactory threads,
    CallsUnderWay calls,
    Clocks clocks,
    ProcessEnd end,
    Optional<SecondaryInitializer> initializer,
    Execution execution) {

  /** Checks the components and copies the lists. */
  public RuntimeSetup {
    requireNonNull(application, "application");
    requireNonNull(source, "source");
    moreSettings = List.copyOf(moreSettings);
    engines = List.copyOf(engines);
    requireNonNull(usage, "usage");
    requireNonNull(sink, "sink");
    requireNonNull(threads, "threads");
    requireNonNull(calls, "calls");
    requireNonNull(clocks, "clocks");
    requireNonNull(end, "end");
    requireNonNull(initializer, "initializer");
    requireNonNull(execution, "execution");
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
        List.of(),
        Usage.FULL,
        event -> DeliveryReport.CLEAN,
        Thread::new,
        CallsUnderWay.UNKNOWN,
        SystemClocks.INSTANCE,
        ProcessEnd.HALT,
        Optional.empty(),
        Execution.SYSTEM);
  }

  /**
   * Replaces where settings come from.
   *
   * @param next the source
   * @return the changed setup
   */
  public RuntimeSetup withSource(SettingsSource next) {
    return new RuntimeSetup(
        application,
        next,
        moreSettings,
        engines,
        usage,
        sink,
        threads,
        calls,
        clocks,
        end,
        initializer,
        execution);
  }

  /**
   * Replaces the rows of other modules.
   *
   * @param next the rows
   * @return the changed setup
   */
  public RuntimeSetup withMoreSettings(List<SettingDescription> next) {
    return new RuntimeSetup(
        application,
        source,
        next,
        engines,
        usage,
        sink,
        threads,
        calls,
        clocks,
        end,
        initializer,
        execution);
  }

  /**
   * Replaces the engines.
   *
   * @param next the engines
   * @return the changed setup
   */
  public RuntimeSetup withEngines(List<Engine> next) {
    return new RuntimeSetup(
        application,
        source,
        moreSettings,
        next,
        usage,
        sink,
        threads,
        calls,
        clocks,
        end,
        initializer,
        execution);
  }

  /**
   * Replaces what the application makes of it.
   *
   * @param next the usage
   * @return the changed setup
   */
  public RuntimeSetup withUsage(Usage next) {
    return new RuntimeSetup(
        application,
        source,
        moreSettings,
        engines,
        next,
        sink,
        threads,
        calls,
        clocks,
        end,
        initializer,
        execution);
  }

  /**
   * Replaces where events go.
   *
   * @param next the sink
   * @return the changed setup
   */
  public RuntimeSetup withSink(EventSink next) {
    return new RuntimeSetup(
        application,
        source,
        moreSettings,
        engines,
        usage,
        next,
        threads,
        calls,
        clocks,
        end,
        initializer,
        execution);
  }

  /**
   * Replaces what makes threads.
   *
   * @param next the factory
   * @return the changed setup
   */
  public RuntimeSetup withThreads(ThreadFactory next) {
    return new RuntimeSetup(
        application,
        source,
        moreSettings,
        engines,
        usage,
        sink,
        next,
        calls,
        clocks,
        end,
        initializer,
        execution);
  }

  /**
   * Replaces what is known of the guarded calls under way.
   *
   * @param next who knows
   * @return the changed setup
   */
  public RuntimeSetup withCalls(CallsUnderWay next) {
    return new RuntimeSetup(
        application,
        source,
        moreSettings,
        engines,
        usage,
        sink,
        threads,
        next,
        clocks,
        end,
        initializer,
        execution);
  }

  /**
   * Replaces all time.
   *
   * @param next the clocks
   * @return the changed setup
   */
  public RuntimeSetup withClocks(Clocks next) {
    return new RuntimeSetup(
        application,
        source,
        moreSettings,
        engines,
        usage,
        sink,
        threads,
        calls,
        next,
        end,
        initializer,
        execution);
  }

  /**
   * Replaces what ends the process.
   *
   * @param next how
   * @return the changed setup
   */
  public RuntimeSetup withEnd(ProcessEnd next) {
    return new RuntimeSetup(
        application,
        source,
        moreSettings,
        engines,
        usage,
        sink,
        threads,
        calls,
        clocks,
        next,
        initializer,
        execution);
  }

  /**
   * Replaces what copies the application's state.
   *
   * @param next how
   * @return the changed setup
   */
  public RuntimeSetup withInitializer(SecondaryInitializer next) {
    return new RuntimeSetup(
        application,
        source,
        moreSettings,
        engines,
        usage,
        sink,
        threads,
        calls,
        clocks,
        end,
        Optional.of(next),
        execution);
  }

  /**
   * Replaces threads, waiting and chance.
   *
   * @param next how it executes
   * @return the changed setup
   */
  public RuntimeSetup withExecution(Execution next) {
    return new RuntimeSetup(
        application,
        source,
        moreSettings,
        engines,
        usage,
        sink,
        threads,
        calls,
        clocks,
        end,
        initializer,
        next);
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
