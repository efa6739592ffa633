package dev.primacy.messaging;

import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.EventStatus;
import java.time.Instant;

/**
 * Makes one event. What is not said of the envelope is empty, and the time that of publishing; what
 * is not said of the rest is empty, zero or false, and of an enum its first constant. An id cannot
 * be said. Mutable; for one thread.
 *
 * @param <T> the type
 * @since 0.1
 */
public interface EventBuilder<T extends EnvelopedEvent> {

  /**
   * Says where it comes from.
   *
   * @param origin words between dots
   * @return this
   */
  EventBuilder<T> origin(String origin);

  /**
   * Says what kind of origin that is.
   *
   * @param originType one or more words
   * @return this
   */
  EventBuilder<T> originType(String originType);

  /**
   * Says a closer word for the type.
   *
   * @param subType one or more words
   * @return this
   */
  EventBuilder<T> subType(String subType);

  /**
   * Gives it a title.
   *
   * @param name for people
   * @return this
   */
  EventBuilder<T> name(String name);

  /**
   * Says more.
   *
   * @param description for people
   * @return this
   */
  EventBuilder<T> description(String description);

  /**
   * Says what it tells of a state.
   *
   * @param status new, unless said otherwise
   * @return this
   */
  EventBuilder<T> status(EventStatus status);

  /**
   * Says on whose behalf; without it that is the caller, if one is known.
   *
   * @param actor a name
   * @return this
   */
  EventBuilder<T> actor(String actor);

  /**
   * Says when it happened.
   *
   * @param occurredAt at most a year ago or ahead, by this node's clock
   * @return this
   */
  EventBuilder<T> occurredAt(Instant occurredAt);

  /**
   * Says something by its name: of the envelope ({@code origin}, {@code originType}, {@code
   * subType}, {@code name}, {@code description}, {@code status}, {@code actor}, {@code
   * occurredAt}), or else the component of that name. A name of the envelope is never meant for a
   * component. Constants may be given by name, what is in an {@code Optional} as it is, and {@code
   * occurredAt} in milliseconds since 1970 or as ISO 8601 writes it, too.
   *
   * @param name what is said
   * @param value its value
   * @return this
   * @throws IllegalArgumentException if there is no such name, it is one that only Primacy gives,
   *     or the value is none for it; numbered
   */
  EventBuilder<T> with(String name, Object value);

  /**
   * Makes the event of what was said.
   *
   * @return not published
   * @throws IllegalArgumentException if something is missing that nothing can stand for, it
   *     occurred more than a year ago or ahead, or the type refuses it; numbered
   */
  T build();

  /**
   * Makes and publishes the event.
   *
   * @return as it was published
   * @throws IllegalStateException as of {@link EventPublisher#publish(EnvelopedEvent)}
   * @throws IllegalArgumentException as of that, or of {@link #build}
   * @throws PublishException as of {@link EventPublisher#publish(EnvelopedEvent)}
   */
  T publish();
}
