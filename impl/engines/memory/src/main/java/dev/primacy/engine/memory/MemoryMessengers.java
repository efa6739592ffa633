package dev.primacy.engine.memory;

import dev.primacy.messaging.DeliveryPromise;
import dev.primacy.messaging.Guarantee;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.Messenger;
import dev.primacy.spi.MessengerProvider;
import dev.primacy.spi.SettingDescription;
import java.util.List;
import java.util.Optional;

/** Carries events between the applications that share a memory. */
final class MemoryMessengers implements MessengerProvider {

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public List<SettingDescription> settings() {
    return List.of();
  }

  @Override
  public DeliveryPromise promise() {
    return new DeliveryPromise(Guarantee.AT_MOST_ONCE, Guarantee.AT_MOST_ONCE, Optional.empty());
  }

  @Override
  public Messenger open(EngineContext context) {
    return new MemoryMessenger(MemoryTalk.of(MemoryEngine.space(context)));
  }
}
