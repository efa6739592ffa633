package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import java.time.Instant;
import java.util.Optional;

/**
 * What events have in common beside what they tell. Immutable; begin with {@link #of} or {@link
 * #draft}, and change it by the methods that begin with {@code with}.
 *
 * @param origin where it comes from: words between dots; empty if not said yet
 * @param originType what kind of origin that is; empty if not said
 * @param subType a closer word for the type; empty if not said
 * @param name a title for people; empty if not said
 * @param description more for people; empty if not said
 * @param status what it says of the state it tells of
 * @param actor on whose behalf; empty if nobody is known
 * @param occurredAt when it happened, as whoever published it says; empty if that is when it was
 *     published
 * @param stamp what was added when it was published; empty before that
 * @since 0.1
 */
public record EventEnvelope(
    String origin,
    String originType,
    String subType,
    String name,
    String description,
    EventStatus status,
    Optional<String> actor,
    Optional<Instant> occurredAt,
    Optional<EventStamp> stamp) {

  private static final EventEnvelope DRAFT =
      new EventEnvelope(
          "",
          "",
          "",
          "",
          "",
          EventStatus.NO_CACHE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Checks the components. */
  public EventEnvelope {
    requireNonNull(origin, "origin");
    requireNonNull(originType, "originType");
    requireNonNull(subType, "subType");
    requireNonNull(name, "name");
    requireNonNull(description, "description");
    requireNonNull(status, "status");
    requireNonNull(actor, "actor");
    requireNonNull(occurredAt, "occurredAt");
    requireNonNull(stamp, "stamp");
  }

  /**
   * One that says nothing yet.
   *
   * @return not stamped
   */
  public static EventEnvelope draft() {
    return DRAFT;
  }

  /**
   * One that says where the event comes from.
   *
   * @param origin words between dots
   * @return not stamped
   */
  public static EventEnvelope of(String origin) {
    return DRAFT.withOrigin(origin);
  }

  /**
   * The event's id.
   *
   * @return a ULID
   * @throws IllegalStateException if the event was not published yet
   */
  public String id() {
    return stamped().id();
  }

  /**
   * The node that published it.
   *
   * @return the node
   * @throws IllegalStateException if the event was not published yet
   */
  public NodeId node() {
    return stamped().node();
  }

  /**
   * Its place among those of its type that this node published.
   *
   * @return at least 1
   * @throws IllegalStateException if the event was not published yet
   */
  public long seq() {
    return stamped().seq();
  }

  /**
   * When it happened, or else when it was published; for people, never for ordering.
   *
   * @return the time
   * @throws IllegalStateException if it says neither
   */
  public Instant at() {
    return occurredAt.orElseGet(() -> stamped().at());
  }

  private EventStamp stamped() {
    return stamp.orElseThrow(
        () -> new IllegalStateException("the event was not published yet, so it has no stamp"));
  }

  /**
   * The same with another value.
   *
   * @param next where it comes from: words between dots
   * @return the changed envelope
   */
  public EventEnvelope withOrigin(String next) {
    return new EventEnvelope(
        next, originType, subType, name, description, status, actor, occurredAt, stamp);
  }

  /**
   * The same with another value.
   *
   * @param next what kind of origin that is
   * @return the changed envelope
   */
  public EventEnvelope withOriginType(String next) {
    return new EventEnvelope(
        origin, next, subType, name, description, status, actor, occurredAt, stamp);
  }

  /**
   * The same with another value.
   *
   * @param next a closer word for the type
   * @return the changed envelope
   */
  public EventEnvelope withSubType(String next) {
    return new EventEnvelope(
        origin, originType, next, name, description, status, actor, occurredAt, stamp);
  }

  /**
   * The same with another value.
   *
   * @param next a title for people
   * @return the changed envelope
   */
  public EventEnvelope withName(String next) {
    return new EventEnvelope(
        origin, originType, subType, next, description, status, actor, occurredAt, stamp);
  }

  /**
   * The same with another value.
   *
   * @param next more for people
   * @return the changed envelope
   */
  public EventEnvelope withDescription(String next) {
    return new EventEnvelope(
        origin, originType, subType, name, next, status, actor, occurredAt, stamp);
  }

  /**
   * The same with another value.
   *
   * @param next what it says of the state it tells of
   * @return the changed envelope
   */
  public EventEnvelope withStatus(EventStatus next) {
    return new EventEnvelope(
        origin, originType, subType, name, description, next, actor, occurredAt, stamp);
  }

  /**
   * The same with another value.
   *
   * @param next on whose behalf
   * @return the changed envelope
   */
  public EventEnvelope withActor(String next) {
    return new EventEnvelope(
        origin,
        originType,
        subType,
        name,
        description,
        status,
        Optional.of(next),
        occurredAt,
        stamp);
  }

  /**
   * The same with another value.
   *
   * @param next when it happened, as whoever published it says
   * @return the changed envelope
   */
  public EventEnvelope withOccurredAt(Instant next) {
    return new EventEnvelope(
        origin, originType, subType, name, description, status, actor, Optional.of(next), stamp);
  }

  /**
   * The same with another value.
   *
   * @param next what was added when it was published
   * @return the changed envelope
   */
  public EventEnvelope withStamp(EventStamp next) {
    return new EventEnvelope(
        origin,
        originType,
        subType,
        name,
        description,
        status,
        actor,
        occurredAt,
        Optional.of(next));
  }
}
