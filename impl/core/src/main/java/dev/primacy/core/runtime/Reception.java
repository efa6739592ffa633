package dev.primacy.core.runtime;

import static dev.primacy.core.CoreLog.LOG;
import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.core.dispatch.Lane;
import dev.primacy.core.messaging.EventCodec;
import dev.primacy.core.messaging.MessagingSetup;
import dev.primacy.core.messaging.UndecodableException;
import dev.primacy.core.messaging.Via;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.RawEngineEvent;
import dev.primacy.event.RawMessage;
import dev.primacy.messaging.Topic;
import dev.primacy.spi.Message;
import dev.primacy.watch.DecodeFailureMode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Turns messages into events and delivers them, on the lane of such events. A message is believed
 * nothing: one of an unknown type is counted and left out, one that makes no sense is treated as
 * {@code primacy.events.decode-failure-mode} says.
 */
final class Reception {
  private final Lane lane;
  private final Deliveries deliveries;
  private final Scribe scribe;
  private final DecodeFailureMode mode;
  private final Optional<EventCodec> codec;
  private final Map<Integer, Class<? extends EnvelopedEvent>> types;
  private final String messenger;
  private final AtomicLong unreadable = new AtomicLong();
  private final AtomicLong unknown = new AtomicLong();

  // the lane's; from the beginning if all is switched off
  private boolean over;

  Reception(ExchangeParts parts) {
    MessagingSetup setup = parts.setup();
    this.lane = parts.lane();
    this.deliveries = parts.deliveries();
    this.scribe = parts.scribe();
    this.mode = parts.decodeFailure();
    this.over = !parts.values().flag("primacy.enabled");
    this.codec = setup.codec();
    this.types = setup.types();
    this.messenger = setup.providers().stream().map(each -> each.name()).findFirst().orElse("none");
  }

  long unreadable() {
    return unreadable.get();
  }

  long unknown() {
    return unknown.get();
  }

  void deliver(EnvelopedEvent event, Via via) {
    if (!over) {
      deliveries.deliver(lane, event, via);
    }
  }

  void receive(Message message, Via via) {
    if (over) {
      return;
    }
    Optional<Class<? extends EnvelopedEvent>> type = type(message.eventId());
    if (type.isEmpty()) {
      unknown.incrementAndGet();
      tellRaw(message, MESSAGES.unknownEventType(message.eventId()));
      return;
    }
    try {
      deliver(decoded(message, type.get()), via);
    } catch (UndecodableException absurd) {
      undecodable(message, String.valueOf(absurd.getMessage()));
    }
  }

  private Optional<Class<? extends EnvelopedEvent>> type(int eventId) {
    return Optional.<Class<? extends EnvelopedEvent>>ofNullable(types.get(eventId))
        .or(
            () ->
                EventTypes.of(eventId)
                    .filter(EnvelopedEvent.class::isAssignableFrom)
                    .map(type -> type.asSubclass(EnvelopedEvent.class)));
  }

  private EnvelopedEvent decoded(Message message, Class<? extends EnvelopedEvent> type)
      throws UndecodableException {
    EventCodec known =
        codec.orElseThrow(() -> new UndecodableException(MESSAGES.noCodec(type.getName())));
    EnvelopedEvent event = known.decode(type, message.body());
    EventEnvelope envelope = event.envelope();
    boolean same =
        envelope
            .stamp()
            .filter(stamp -> stamp.id().equals(message.id()))
            .filter(stamp -> stamp.node().incarnation().equals(message.sender()))
            .isPresent();
    if (!same || !Topic.isOrigin(envelope.origin())) {
      throw new UndecodableException(MESSAGES.contradictoryMessage(type.getName()));
    }
    return event;
  }

  private void undecodable(Message message, String problem) {
    boolean first = unreadable.incrementAndGet() == 1;
    if (first || mode == DecodeFailureMode.ABORT) {
      scribe.write(() -> LOG.unreadableMessage(problem, message.eventId(), mode.name()));
    }
    tellRaw(message, problem);
    over = mode == DecodeFailureMode.ABORT;
  }

  private void tellRaw(Message message, String problem) {
    if (deliveries.hears(RawEngineEvent.class)) {
      RawMessage raw = new RawMessage(message.sender(), message.eventId(), message.body());
      deliveries
          .announcements()
          .tell(new RawEngineEvent(EventEnvelope.of(messenger), raw, problem));
    }
  }
}
