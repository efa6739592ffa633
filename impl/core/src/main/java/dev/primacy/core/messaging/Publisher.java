package dev.primacy.core.messaging;

import static dev.primacy.core.CoreMessages.MESSAGES;
import static java.util.Objects.requireNonNull;

import dev.primacy.core.gate.Clocks;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.EventEnvelope;
import dev.primacy.messaging.EventBuilder;
import dev.primacy.messaging.EventPublisher;
import dev.primacy.messaging.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Publishes events of one type. Safe on any thread.
 *
 * @param <T> the type
 * @since 0.1
 */
public final class Publisher<T extends EnvelopedEvent> implements EventPublisher<T> {
  private final EventShape<T> shape;
  private final Optional<String> origin;
  private final Publishing publishing;
  private final Supplier<Optional<String>> caller;
  private final Times times;

  /**
   * Makes a publisher.
   *
   * @param type the type
   * @param origin of events that name none; empty for none
   * @param publishing stamps and sends
   * @param caller on whose behalf this thread acts; empty if that is not known
   * @param clocks to judge times by
   * @throws IllegalArgumentException if the type is none of events, or the origin none; numbered
   */
  public Publisher(
      Class<T> type,
      Optional<String> origin,
      Publishing publishing,
      Supplier<Optional<String>> caller,
      Clocks clocks) {
    this.shape = EventShape.of(requireNonNull(type, "type"));
    this.origin = requireNonNull(origin, "origin");
    this.publishing = requireNonNull(publishing, "publishing");
    this.caller = requireNonNull(caller, "caller");
    this.times = new Times(requireNonNull(clocks, "clocks"));
    origin.ifPresent(this::topic);
  }

  @Override
  public Class<T> type() {
    return shape.type();
  }

  @Override
  public int eventId() {
    return shape.eventId();
  }

  @Override
  public Optional<String> origin() {
    return origin;
  }

  @Override
  public Topic topic() {
    return topic(
        origin.orElseThrow(
            () -> new IllegalStateException(MESSAGES.noOrigin(shape.type().getName()))));
  }

  @Override
  public Topic topic(String from) {
    return Topic.of(eventId(), requireNonNull(from, "origin"));
  }

  @Override
  public EventBuilder<T> event() {
    return new Draft<>(shape, times, this::publish);
  }

  @Override
  public T create(Map<String, ?> values) {
    Draft<T> draft = new Draft<>(shape, times, this::publish);
    List<String> unused = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          if (draft.knows(name)) {
            draft.with(name, value);
          } else {
            unused.add(name);
          }
        });
    if (!unused.isEmpty()) {
      throw draft.unused(unused);
    }
    return draft.build();
  }

  @Override
  public T publish(T event) {
    String own = event.envelope().origin();
    return send(event, own.isEmpty() ? origin.orElse("") : own);
  }

  @Override
  public T publish(T event, String from) {
    return send(event, topic(from).origin());
  }

  @Override
  public T createAndPublish(Map<String, ?> values) {
    return publish(create(values));
  }

  /** Without an origin it is refused there, as it is whoever publishes. */
  private T send(T event, String from) {
    EventEnvelope said = event.envelope();
    if (said.stamp().isPresent()) {
      throw new IllegalArgumentException(MESSAGES.onlyPrimacySays("stamp", shape.type().getName()));
    }
    said.occurredAt().ifPresent(times::check);
    return publishing.publish(shape.with(event, ofCaller(said.withOrigin(from))));
  }

  private EventEnvelope ofCaller(EventEnvelope said) {
    return said.actor().isPresent()
        ? said
        : caller.get().filter(name -> !name.isEmpty()).map(said::withActor).orElse(said);
  }
}
