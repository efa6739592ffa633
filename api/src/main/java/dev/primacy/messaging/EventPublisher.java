package dev.primacy.messaging;

import dev.primacy.event.EnvelopedEvent;
import java.util.Map;
import java.util.Optional;

/**
 * Makes events of one type and publishes them for the whole cluster, strict about what they are
 * made of. Inject one, with an origin of its own or without:
 *
 * <pre>{@code
 * @Inject @Origin("shop.berlin") EventPublisher<StockChanged> stock;
 *
 * stock.publish(stock.event().with("article", "chair").with("left", 3).build());
 * stock.createAndPublish(Map.of("article", "chair", "left", 3));
 * }</pre>
 *
 * <p>An event says one origin, and its topic is made of that: the origin named in the call, or else
 * that of the event, or else that of the publisher. Observers hear it as they hear what is fired
 * with {@link dev.primacy.event.ClusterWide}; that there is none is no error. A type that is no
 * concrete record with an {@link dev.primacy.event.EventId} has no publisher, and an injection
 * point that asks for one is a deployment error. Any thread.
 *
 * @param <T> the type
 * @since 0.1
 */
public interface EventPublisher<T extends EnvelopedEvent> {

  /**
   * The type.
   *
   * @return a record class
   */
  Class<T> type();

  /**
   * The number of the type.
   *
   * @return at least 1
   */
  int eventId();

  /**
   * The origin of events that name none.
   *
   * @return empty if it has none
   */
  Optional<String> origin();

  /**
   * Where events of the publisher's own origin are published.
   *
   * @return the topic
   * @throws IllegalStateException if it has none
   */
  Topic topic();

  /**
   * Where events of an origin are published.
   *
   * @param origin words between dots
   * @return the topic
   * @throws IllegalArgumentException if that is no origin
   */
  Topic topic(String origin);

  /**
   * Begins an event.
   *
   * @return one that says nothing yet; for one thread
   */
  EventBuilder<T> event();

  /**
   * Makes an event of values by name, as {@link EventBuilder#with} takes them.
   *
   * @param values by name
   * @return not published
   * @throws IllegalArgumentException if a name is unused, a value is of another kind, or the type
   *     refuses them; numbered
   */
  T create(Map<String, ?> values);

  /**
   * Publishes an event from the origin that it says, or else from that of the publisher. An event
   * that was observed cannot be published again: it has its id already; publish what it tells in an
   * envelope of its own.
   *
   * @param event not published yet
   * @return as it was published, with its id and its origin
   * @throws IllegalStateException if neither says an origin; nothing is published then
   * @throws IllegalArgumentException if it was published already, is too large, or says that it
   *     occurred more than a year ago or ahead; numbered
   * @throws PublishException if it could not be handed to the messenger
   */
  T publish(T event);

  /**
   * Publishes an event from an origin, whatever it says itself.
   *
   * @param event not published yet
   * @param origin words between dots
   * @return as it was published, with its id and this origin
   * @throws IllegalArgumentException as above, or if that is no origin
   * @throws PublishException if it could not be handed to the messenger
   */
  T publish(T event, String origin);

  /**
   * Makes and publishes an event.
   *
   * @param values as of {@link #create}
   * @return as it was published
   * @throws IllegalStateException as of {@link #publish(EnvelopedEvent)}
   * @throws IllegalArgumentException as of either
   * @throws PublishException as of {@link #publish(EnvelopedEvent)}
   */
  T createAndPublish(Map<String, ?> values);
}
