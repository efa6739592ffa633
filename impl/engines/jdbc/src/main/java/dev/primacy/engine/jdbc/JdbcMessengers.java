package dev.primacy.engine.jdbc;

import dev.primacy.messaging.DeliveryPromise;
import dev.primacy.messaging.Guarantee;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.Messenger;
import dev.primacy.spi.MessengerException;
import dev.primacy.spi.MessengerProvider;
import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries events through a table beside that of the records. */
final class JdbcMessengers implements MessengerProvider {

  @Override
  public String name() {
    return "jdbc";
  }

  /** It shares its engine's. */
  @Override
  public List<SettingDescription> settings() {
    return List.of();
  }

  @Override
  public DeliveryPromise promise() {
    return new DeliveryPromise(
        Guarantee.AT_MOST_ONCE, Guarantee.AT_MOST_ONCE, Optional.of(Guarantee.AT_LEAST_ONCE));
  }

  @Override
  public List<String> problems(EngineContext context) {
    List<String> problems = new ArrayList<>(Configuration.problems(context));
    problems.addAll(EventSettings.problems(context));
    return problems;
  }

  @Override
  public Messenger open(EngineContext context) throws MessengerException {
    List<String> problems = problems(context);
    if (!problems.isEmpty()) {
      throw new MessengerException(String.join(System.lineSeparator(), problems));
    }
    Configuration configuration = Configuration.of(context);
    try {
      return open(configuration, Sources.of(context, configuration), context);
    } catch (StoreException e) {
      throw new MessengerException(String.valueOf(e.getMessage()), e);
    }
  }

  /** As {@link #open(EngineContext)}, with connections from wherever. */
  static JdbcMessenger open(Configuration configuration, Source source, EngineContext context) {
    return new JdbcMessenger(configuration, EventSettings.of(context), source, context.threads());
  }
}
