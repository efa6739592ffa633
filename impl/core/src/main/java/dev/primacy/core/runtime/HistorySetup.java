package dev.primacy.core.runtime;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.core.catalogue.Catalogue;
import dev.primacy.core.dispatch.NamedThreads;
import dev.primacy.core.history.Archiving;
import dev.primacy.core.history.HistorySettings;
import dev.primacy.core.history.LiveHistory;
import dev.primacy.core.settings.GroupSettings;
import dev.primacy.core.settings.Mode;
import dev.primacy.core.settings.Reading;
import dev.primacy.core.settings.Settings;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.MetricsSample;
import dev.primacy.spi.Engine;
import dev.primacy.spi.EventArchive;
import dev.primacy.spi.StoreException;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Makes what records and tells beside the elections, as it is configured. */
final class HistorySetup {
  private static final String STORE = "primacy.events.history.store";
  private static final String SAMPLE = "primacy.metrics-sample";
  private static final String NO_ENGINE = "none";

  private HistorySetup() {}

  /** An archive without anything that could keep one. */
  static Optional<String> problem(Reading reading) {
    boolean archive = reading.values().configured(STORE).equals(Optional.of("archive"));
    return archive && reading.mode() == Mode.STANDALONE
        ? Optional.of(MESSAGES.noArchive(NO_ENGINE))
        : Optional.empty();
  }

  static Chronicle chronicle(
      RuntimeSetup setup, Settings settings, BiConsumer<String, Runnable> lanes) {
    LiveHistory history =
        new LiveHistory(HistorySettings.of(settings.values()), setup.clocks(), setup.messaging());
    Catalogue catalogue =
        new Catalogue(
            setup.application(), settings.engine().map(Engine::name), joinedAtStart(settings));
    return new Chronicle(new Subscriptions(setup.sink(), lanes), history, catalogue);
  }

  private static Set<String> joinedAtStart(Settings settings) {
    return settings.mode() == Mode.STANDALONE
        ? Set.of(Settings.STANDALONE_GROUP)
        : settings.groups().stream()
            .filter(group -> !group.later())
            .map(GroupSettings::name)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Opens the engine's archive, if events are to be kept in it.
   *
   * @throws StoreException if there is none, or it can never work; numbered
   */
  static void openArchive(RuntimeSetup setup, Settings settings, Chronicle chronicle)
      throws StoreException {
    HistorySettings kept = HistorySettings.of(settings.values());
    if (!kept.archived()) {
      return;
    }
    Engine engine = settings.engine().orElseThrow();
    EventArchive archive =
        engine
            .archive(Surroundings.of(settings, setup))
            .orElseThrow(() -> new StoreException(MESSAGES.noArchive(engine.name())));
    NamedThreads threads = new NamedThreads(setup.application(), "history", setup.threads());
    chronicle.keepIn(new Archiving(archive, kept, setup.clocks(), threads));
  }

  /** Begins to tell; figures every now and then, if it is configured and anybody hears them. */
  static void start(Settings settings, Timers timers, ConfiguredRuntime runtime) {
    runtime.chronicle().started(runtime::tell);
    Figures figures = new Figures(runtime);
    EventEnvelope envelope = EventEnvelope.of(settings.node().name());
    settings
        .values()
        .duration(SAMPLE)
        .ifPresent(every -> timers.every(every, () -> sample(runtime, envelope, figures)));
  }

  private static void sample(ConfiguredRuntime runtime, EventEnvelope envelope, Figures figures) {
    if (runtime.deliveries().hears(MetricsSample.class)) {
      var unused = runtime.tell(new MetricsSample(envelope, figures.now()));
    }
  }
}
