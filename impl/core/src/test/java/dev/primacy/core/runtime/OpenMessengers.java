package dev.primacy.core.runtime;

import dev.primacy.messaging.DeliveryPromise;
import dev.primacy.messaging.Guarantee;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.Message;
import dev.primacy.spi.MessageQueue;
import dev.primacy.spi.Messenger;
import dev.primacy.spi.MessengerException;
import dev.primacy.spi.MessengerListener;
import dev.primacy.spi.MessengerProvider;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.StoreStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A messenger of which a test sees both ends; nobody else is there. */
final class OpenMessengers implements MessengerProvider, Messenger {
  final List<Message> sent = new CopyOnWriteArrayList<>();
  final List<RecordKey> hinted = new CopyOnWriteArrayList<>();
  volatile Set<MessageQueue> queues = Set.of();
  volatile @Nullable MessengerListener listener;
  volatile @Nullable MessengerException failure;
  volatile boolean closed;
  private final String name;

  OpenMessengers(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
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
  public Messenger open(EngineContext context) throws MessengerException {
    fail();
    return this;
  }

  private void fail() throws MessengerException {
    MessengerException wrong = failure;
    if (wrong != null) {
      throw wrong;
    }
  }

  @Override
  public void start(MessengerListener to, Set<MessageQueue> handled) {
    listener = to;
    queues = handled;
  }

  MessengerListener listener() {
    MessengerListener open = listener;
    if (open == null) {
      throw new AssertionError("not started");
    }
    return open;
  }

  @Override
  public void publish(Message message) throws MessengerException {
    fail();
    sent.add(message);
  }

  @Override
  public void hint(RecordKey key) {
    hinted.add(key);
  }

  @Override
  public StoreStatus status() {
    return new StoreStatus(StoreStatus.State.HEALTHY, "");
  }

  @Override
  public void close() {
    closed = true;
  }
}
