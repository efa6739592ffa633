package dev.primacy.core.messaging;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.event.ApplicationEvent;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.EventId;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a type of event is made of: a record with an {@link EventId} and a component {@code
 * envelope}. Found once per type; safe on any thread.
 *
 * @param <E> the type
 * @since 0.1
 */
public final class EventShape<E extends EnvelopedEvent> {

  /** The component that every event has. */
  public static final String ENVELOPE = "envelope";

  /** The least number of an application's own type. */
  public static final int FIRST_OF_APPLICATIONS = 10_000;

  private static final ClassValue<EventShape<?>> ALL =
      new ClassValue<>() {
        @Override
        protected EventShape<?> computeValue(Class<?> type) {
          return new EventShape<>(type.asSubclass(EnvelopedEvent.class));
        }
      };

  private final Class<E> type;
  private final int eventId;
  private final List<RecordComponent> components;
  private final Constructor<E> constructor;
  private final int envelope;

  private EventShape(Class<E> type) {
    problem(type)
        .ifPresent(
            wrong -> {
              throw new IllegalArgumentException(wrong);
            });
    this.type = type;
    this.eventId = type.getAnnotation(EventId.class).value();
    this.components = List.of(type.getRecordComponents());
    // of an application's own class, which may be private
    components.forEach(component -> component.getAccessor().setAccessible(true));
    this.constructor = constructor(type);
    this.envelope = names().indexOf(ENVELOPE);
  }

  private static <E> Constructor<E> constructor(Class<E> type) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<E> found = type.getDeclaredConstructor(types);
      found.setAccessible(true);
      return found;
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("a record has its canonical constructor", impossible);
    }
  }

  /**
   * The shape of a type.
   *
   * @param type a concrete type of event
   * @param <E> the type
   * @return the same object each time
   * @throws IllegalArgumentException if it is none; the message is numbered
   */
  @SuppressWarnings("unchecked") // computed from this very type
  public static <E extends EnvelopedEvent> EventShape<E> of(Class<E> type) {
    return (EventShape<E>) ALL.get(type);
  }

  /**
   * What keeps a type from being one of events.
   *
   * @param type a type
   * @return numbered; empty if nothing does
   */
  public static Optional<String> problem(Class<?> type) {
    List<String> wrong = new ArrayList<>();
    if (!type.isRecord() || Modifier.isAbstract(type.getModifiers())) {
      wrong.add("it is no record");
    } else if (Arrays.stream(type.getRecordComponents()).noneMatch(EventShape::isEnvelope)) {
      wrong.add("it has no component 'EventEnvelope envelope'");
    }
    EventId id = type.getAnnotation(EventId.class);
    if (id == null) {
      wrong.add("it has no @EventId");
    } else if (ApplicationEvent.class.isAssignableFrom(type)
        && id.value() < FIRST_OF_APPLICATIONS) {
      wrong.add("its @EventId is " + id.value() + ", and applications have 10000 or more");
    }
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of(MESSAGES.notAnEventType(type.getName(), String.join("; ", wrong)));
  }

  private static boolean isEnvelope(RecordComponent component) {
    return component.getName().equals(ENVELOPE) && component.getType() == EventEnvelope.class;
  }

  /**
   * The type.
   *
   * @return the record class
   */
  public Class<E> type() {
    return type;
  }

  /**
   * The number of the type.
   *
   * @return at least 1
   */
  public int eventId() {
    return eventId;
  }

  /**
   * What it tells, the envelope among them.
   *
   * @return in the order of the record
   */
  public List<RecordComponent> components() {
    return components;
  }

  private List<String> names() {
    return components.stream().map(RecordComponent::getName).toList();
  }

  /**
   * What an event tells.
   *
   * @param event the event
   * @return one value per component, in their order
   */
  public List<Object> values(E event) {
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : components) {
      try {
        values.add(component.getAccessor().invoke(event));
      } catch (IllegalAccessException impossible) {
        throw new IllegalStateException(impossible);
      } catch (InvocationTargetException thrown) {
        throw new IllegalArgumentException(thrown.getCause());
      }
    }
    return values;
  }

  /**
   * Makes an event.
   *
   * @param values one per component, in their order
   * @return the event
   * @throws IllegalArgumentException if the record refuses them; the cause is what it threw
   */
  public E create(List<?> values) {
    try {
      return constructor.newInstance(values.toArray());
    } catch (InvocationTargetException thrown) {
      throw new IllegalArgumentException(
          MESSAGES.eventRefused(type.getName(), String.valueOf(thrown.getCause())),
          thrown.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The same event in another envelope.
   *
   * @param event the event
   * @param next its envelope
   * @return a new event
   */
  public E with(E event, EventEnvelope next) {
    List<Object> values = values(event);
    values.set(envelope, next);
    return create(values);
  }
}
