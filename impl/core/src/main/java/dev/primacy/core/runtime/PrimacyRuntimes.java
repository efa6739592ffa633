package dev.primacy.core.runtime;

import dev.primacy.core.CoreLog;
import dev.primacy.core.CoreMessages;
import dev.primacy.core.messaging.EventCodec;
import dev.primacy.core.settings.Mode;
import dev.primacy.core.settings.Reading;
import dev.primacy.core.settings.Settings;
import dev.primacy.core.settings.SettingsReader;
import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.MessengerProvider;
import dev.primacy.spi.SettingDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Makes runtimes.
 *
 * @since 0.1
 */
public final class PrimacyRuntimes {
  private static final int EVENT_LIMIT = 1024;

  private PrimacyRuntimes() {}

  /**
   * Makes a runtime; it does nothing before {@link PrimacyRuntime#start}.
   *
   * @param setup what to make it of
   * @return the runtime the configuration asks for
   * @throws PrimacyStartException if the configuration is wrong; the message lists every problem
   */
  public static PrimacyRuntime create(RuntimeSetup setup) {
    Reading reading = read(setup);
    String nodeName = NodeNames.defaultName(setup.application());
    List<String> problems = new ArrayList<>(reading.problems());
    EngineContext context = Surroundings.of(reading, nodeName, setup);
    reading.engine().map(engine -> engine.problems(context)).ifPresent(problems::addAll);
    RuntimeSetup chosen =
        setup.withMessaging(MessengerChoice.of(reading, setup.messaging(), context, problems));
    HistorySetup.problem(reading).ifPresent(problems::add);
    if (!problems.isEmpty()) {
      throw new PrimacyStartException(all(problems));
    }
    reading.warnings().forEach(CoreLog.LOG::letPass);
    Settings settings = Settings.of(reading, nodeName);
    return settings.mode() == Mode.CLUSTERED && setup.usage().any()
        ? new ClusterRuntime(chosen, settings, EVENT_LIMIT)
        : new QuietRuntime(chosen, settings);
  }

  private static Reading read(RuntimeSetup setup) {
    return SettingsReader.read(
        setup.source(),
        setup.engines(),
        ofMessengers(setup),
        setup.usage().guarded(),
        setup.usage().joining());
  }

  private static List<SettingDescription> ofMessengers(RuntimeSetup setup) {
    return setup.messaging().providers().stream()
        .flatMap(provider -> provider.settings().stream())
        .toList();
  }

  private static String all(List<String> problems) {
    StringBuilder list = new StringBuilder();
    problems.forEach(problem -> list.append(System.lineSeparator()).append("  ").append(problem));
    return CoreMessages.MESSAGES.problems(problems.size(), list.toString());
  }

  /**
   * The messengers on a class path, engines' own apart.
   *
   * @param loader sees their jars
   * @return the messengers found
   */
  public static List<MessengerProvider> messengers(ClassLoader loader) {
    List<MessengerProvider> found = new ArrayList<>();
    ServiceLoader.load(MessengerProvider.class, loader).forEach(found::add);
    return found;
  }

  /**
   * What turns events into bytes.
   *
   * @param loader sees its jar
   * @return the first on the class path; empty if there is none
   */
  public static Optional<EventCodec> codec(ClassLoader loader) {
    return ServiceLoader.load(EventCodec.class, loader).findFirst();
  }

  /**
   * The engines on a class path.
   *
   * @param loader sees the engines' jars
   * @return the engines found
   */
  public static List<Engine> engines(ClassLoader loader) {
    List<Engine> found = new ArrayList<>();
    ServiceLoader.load(Engine.class, loader).forEach(found::add);
    return found;
  }
}
