package dev.primacy.messenger.jgroups;

import dev.primacy.messaging.DeliveryPromise;
import dev.primacy.messaging.Guarantee;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.Messenger;
import dev.primacy.spi.MessengerException;
import dev.primacy.spi.MessengerProvider;
import dev.primacy.spi.SettingDescription;
import java.util.List;
import java.util.Optional;

/**
 * Carries events by JGroups, from node to node without anything between. Nothing is kept.
 *
 * @since 0.1
 */
public final class JGroupsProvider implements MessengerProvider {

  /** Does nothing else. */
  public JGroupsProvider() {}

  @Override
  public String name() {
    return "jgroups";
  }

  @Override
  public List<SettingDescription> settings() {
    return Settings.ALL;
  }

  @Override
  public DeliveryPromise promise() {
    return new DeliveryPromise(Guarantee.AT_MOST_ONCE, Guarantee.AT_MOST_ONCE, Optional.empty());
  }

  @Override
  public List<String> problems(EngineContext context) {
    return Configuration.of(context).problems();
  }

  @Override
  public Messenger open(EngineContext context) throws MessengerException {
    Configuration configuration = Configuration.of(context);
    if (!configuration.problems().isEmpty()) {
      throw new MessengerException(configuration.problems().get(0));
    }
    return new JGroupsMessenger(context, configuration);
  }
}
