package dev.primacy.core.runtime;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.core.messaging.EventShape;
import dev.primacy.core.messaging.MessagingStatus;
import dev.primacy.core.messaging.Publishing;
import dev.primacy.core.messaging.Room;
import dev.primacy.core.messaging.Via;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.messaging.PublishException;
import dev.primacy.messaging.Topic;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.Message;
import dev.primacy.spi.MessageQueue;
import dev.primacy.spi.Messenger;
import dev.primacy.spi.MessengerException;
import dev.primacy.spi.MessengerProvider;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.StoreStatus;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Events between nodes: out by the messenger, in by {@link Arrivals}. Without a messenger this node
 * is the whole cluster.
 */
final class Exchange implements Publishing {
  /** The lane's name. */
  static final String LANE = "cluster";

  private static final long MOST_BYTES_WAITING = 32L << 20;

  private final ExchangeParts parts;
  private final Room room;
  private final Reception reception;
  private final Arrivals arrivals;
  private final Set<MessageQueue> queues;
  private final AtomicLong published = new AtomicLong();

  /** So that numbers, messages and what this node hears are in one order. */
  private final ReentrantLock order = new ReentrantLock();

  // written once, before the application runs
  private volatile @Nullable Messenger messenger;
  private volatile boolean closed;

  Exchange(ExchangeParts parts, Consumer<RecordKey> hints) {
    this.parts = parts;
    this.room = new Room(parts.most(), MOST_BYTES_WAITING);
    this.reception = new Reception(parts);
    this.arrivals = new Arrivals(parts, room, reception, parts.prefix(), hints);
    this.queues =
        parts.setup().queues().stream()
            .map(each -> new MessageQueue(Via.named(parts.prefix(), each.name()), each.durable()))
            .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<MessengerProvider> provider() {
    return parts.setup().providers().stream().findFirst();
  }

  /** Connects, if there is a messenger. */
  void open(EngineContext context) throws MessengerException {
    if (provider().isEmpty()) {
      return;
    }
    Messenger opened = provider().get().open(context);
    try {
      opened.start(arrivals, queues);
      messenger = opened;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new MessengerException(MESSAGES.messengerInterrupted(provider().get().name()));
    }
  }

  @Override
  public <E extends EnvelopedEvent> E publish(E draft) {
    check(draft);
    order.lock();
    try {
      if (closed) {
        throw failed(draft, new MessengerException(MESSAGES.exchangeClosed()));
      }
      E event = parts.deliveries().announcements().stamps().stamped(draft);
      int size = send(event);
      published.incrementAndGet();
      hear(event, size);
      return event;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw failed(draft, stopping);
    } finally {
      order.unlock();
    }
  }

  private static void check(EnvelopedEvent draft) {
    String origin = draft.envelope().origin();
    if (origin.isEmpty()) {
      throw new IllegalStateException(MESSAGES.noOrigin(draft.getClass().getName()));
    }
    if (!Topic.isOrigin(origin)) {
      throw new IllegalArgumentException(
          MESSAGES.badOrigin(draft.getClass().getName(), GroupNames.fit(origin)));
    }
  }

  /** How many bytes it has; 0 if it goes nowhere. */
  private int send(EnvelopedEvent event) throws InterruptedException {
    Messenger carrier = messenger;
    if (carrier == null) {
      return 0;
    }
    byte[] body = encoded(event);
    int eventId = EventShape.of(event.getClass()).eventId();
    try {
      carrier.publish(
          new Message(event.envelope().id(), event.node().incarnation(), eventId, body));
    } catch (MessengerException notTaken) {
      throw failed(event, notTaken);
    }
    return body.length;
  }

  private byte[] encoded(EnvelopedEvent event) {
    String type = event.getClass().getName();
    byte[] body =
        parts
            .setup()
            .codec()
            .orElseThrow(() -> new IllegalArgumentException(MESSAGES.noCodec(type)))
            .encode(event);
    if (body.length > Message.MAX_BODY_BYTES) {
      throw new IllegalArgumentException(
          MESSAGES.eventTooLarge(type, body.length, Message.MAX_BODY_BYTES));
    }
    return body;
  }

  private static PublishException failed(EnvelopedEvent event, Exception why) {
    return new PublishException(
        MESSAGES.notPublished(event.getClass().getName(), String.valueOf(why.getMessage())), why);
  }

  /** This node hears what it publishes; of queues it hears from the messenger, if there is one. */
  private void hear(EnvelopedEvent event, int size) throws InterruptedException {
    arrivals.own(event, size, Via.CLUSTER);
    if (messenger == null) {
      for (MessageQueue queue : queues) {
        arrivals.own(event, size, Via.queue(parts.prefix(), queue.name()));
      }
    }
  }

  /** Tells the others that a record was written; not at all if nobody carries it. */
  void hint(RecordKey key) {
    Messenger carrier = messenger;
    if (carrier != null) {
      carrier.hint(key);
    }
  }

  MessagingStatus status() {
    Messenger carrier = messenger;
    return new MessagingStatus(
        provider().map(MessengerProvider::name),
        provider().map(MessengerProvider::promise),
        carrier == null ? StoreStatus.UNKNOWN : carrier.status(),
        published.get(),
        arrivals.received(),
        arrivals.lostSoFar(),
        reception.unreadable(),
        reception.unknown(),
        room.taken());
  }

  /** Nothing goes out or comes in any more; what came in is still delivered. */
  void close() {
    closed = true;
    Messenger carrier = messenger;
    if (carrier != null) {
      carrier.close();
    }
  }
}
