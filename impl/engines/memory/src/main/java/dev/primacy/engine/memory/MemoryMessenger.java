package dev.primacy.engine.memory;

import dev.primacy.spi.Message;
import dev.primacy.spi.MessageQueue;
import dev.primacy.spi.Messenger;
import dev.primacy.spi.MessengerException;
import dev.primacy.spi.MessengerListener;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.StoreStatus;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One application's part in the talk of a memory. */
final class MemoryMessenger implements Messenger {
  private static final String CLOSED = "PRIMACY-3102: this memory messenger is closed";
  private static final String NO_ROOM =
      "PRIMACY-3103: a node had no room for it, and a memory keeps no events";

  private static final String FAILED = "PRIMACY-3104: a listener failed: ";

  private record Part(MemoryTalk talk, MessengerListener listener, Set<String> queues) {}

  private final MemoryTalk name;
  private volatile @Nullable Part part;

  MemoryMessenger(MemoryTalk name) {
    this.name = name;
  }

  @Override
  public void start(MessengerListener listener, Set<MessageQueue> queues) {
    Set<String> names =
        queues.stream().map(MessageQueue::name).collect(Collectors.toUnmodifiableSet());
    // before the join, so that nobody finds a member without a listener
    part = new Part(name, listener, names);
    part = new Part(name.join(this), listener, names);
  }

  Set<String> queues() {
    Part open = part;
    return open == null ? Set.of() : open.queues();
  }

  void hear(Message message) throws InterruptedException {
    Part open = part;
    if (open == null) {
      return;
    }
    try {
      if (!open.listener().offer(message)) {
        open.listener().lost(1, NO_ROOM);
      }
    } catch (RuntimeException e) {
      // one that fails is no business of whoever publishes, nor of the other nodes
      open.listener().lost(1, FAILED + e);
    }
  }

  /** Whether it takes it; what nobody else will is counted as lost. */
  boolean handle(String queue, Message message, boolean last) throws InterruptedException {
    Part open = part;
    if (open == null) {
      return false;
    }
    try {
      boolean taken = open.listener().offer(queue, message).isPresent();
      if (!taken && last) {
        open.listener().lost(1, NO_ROOM);
      }
      return taken;
    } catch (RuntimeException e) {
      // it may have begun, so nobody else is asked
      open.listener().lost(1, FAILED + e);
      return true;
    }
  }

  void hinted(RecordKey key) {
    Part open = part;
    if (open == null) {
      return;
    }
    try {
      open.listener().hinted(key);
    } catch (RuntimeException ignored) {
      // no business of whoever hints; the next look at the store brings what the hint was about
    }
  }

  @Override
  public void publish(Message message) throws MessengerException, InterruptedException {
    Part open = part;
    if (open == null) {
      throw new MessengerException(CLOSED);
    }
    open.talk().publish(this, message);
  }

  @Override
  public void hint(RecordKey key) {
    Part open = part;
    if (open != null) {
      open.talk().hint(this, key);
    }
  }

  @Override
  public StoreStatus status() {
    return part == null
        ? new StoreStatus(StoreStatus.State.UNREACHABLE, CLOSED)
        : new StoreStatus(StoreStatus.State.HEALTHY, "");
  }

  @Override
  public void close() {
    Part open = part;
    part = null;
    if (open != null) {
      open.talk().leave(this);
    }
  }
}
