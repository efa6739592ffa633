package dev.primacy.core.messaging;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.EventStatus;
import dev.primacy.messaging.EventBuilder;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An event that is being made. For one thread.
 *
 * @param <T> its type
 */
final class Draft<T extends EnvelopedEvent> implements EventBuilder<T> {
  private final EventShape<T> shape;
  private final Times times;
  private final UnaryOperator<T> publisher;
  private final Map<String, Object> values = new HashMap<>();
  private EventEnvelope envelope = EventEnvelope.draft();

  Draft(EventShape<T> shape, Times times, UnaryOperator<T> publisher) {
    this.shape = shape;
    this.times = times;
    this.publisher = publisher;
  }

  @Override
  public EventBuilder<T> origin(String origin) {
    return with("origin", origin);
  }

  @Override
  public EventBuilder<T> originType(String originType) {
    return with("originType", originType);
  }

  @Override
  public EventBuilder<T> subType(String subType) {
    return with("subType", subType);
  }

  @Override
  public EventBuilder<T> name(String name) {
    return with("name", name);
  }

  @Override
  public EventBuilder<T> description(String description) {
    return with("description", description);
  }

  @Override
  public EventBuilder<T> status(EventStatus status) {
    return with("status", status);
  }

  @Override
  public EventBuilder<T> actor(String actor) {
    return with("actor", actor);
  }

  @Override
  public EventBuilder<T> occurredAt(Instant occurredAt) {
    return with("occurredAt", occurredAt);
  }

  private Optional<RecordComponent> component(String name) {
    return shape.components().stream()
        .filter(each -> each.getName().equals(name) && !name.equals(EventShape.ENVELOPE))
        .findFirst();
  }

  /** Whether something is called so; an id is, so as to be refused for what it is. */
  boolean knows(String name) {
    return EnvelopeFields.has(name) || EnvelopeFields.isOurs(name) || component(name).isPresent();
  }

  @Override
  public EventBuilder<T> with(String name, @Nullable Object value) {
    if (EnvelopeFields.has(name)) {
      envelope = EnvelopeFields.set(envelope, name, value, times);
      return this;
    }
    RecordComponent component = component(name).orElseThrow(() -> noSuch(name));
    values.put(name, Named.fit(name, component.getGenericType(), value));
    return this;
  }

  private IllegalArgumentException noSuch(String name) {
    return EnvelopeFields.isOurs(name)
        ? new IllegalArgumentException(MESSAGES.onlyPrimacySays(name, shape.type().getName()))
        : unused(List.of(name));
  }

  IllegalArgumentException unused(List<String> names) {
    List<String> sorted = new ArrayList<>(names);
    Collections.sort(sorted);
    TreeSet<String> known = new TreeSet<>();
    shape.components().forEach(each -> known.add(each.getName()));
    known.remove(EventShape.ENVELOPE);
    return new IllegalArgumentException(
        MESSAGES.unusedNames(
            Named.shown(String.join(", ", sorted)),
            shape.type().getName(),
            String.join(", ", known)));
  }

  @Override
  public T build() {
    List<Object> all = new ArrayList<>();
    for (RecordComponent component : shape.components()) {
      all.add(component.getName().equals(EventShape.ENVELOPE) ? envelope : valueOrBlank(component));
    }
    return shape.create(all);
  }

  private Object valueOrBlank(RecordComponent component) {
    Object value = values.get(component.getName());
    return value != null
        ? value
        : Named.blank(shape.type().getName(), component.getName(), component.getType());
  }

  @Override
  public T publish() {
    return publisher.apply(build());
  }
}
