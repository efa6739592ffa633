package dev.primacy.spi;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * What a messenger carries: bytes that mean nothing to it. Immutable.
 *
 * @since 0.1
 */
public final class Message {

  /** The largest body, in bytes. */
  public static final int MAX_BODY_BYTES = 65_536;

  private final String id;
  private final UUID sender;
  private final int eventId;
  private final byte[] body;

  /**
   * Makes a message.
   *
   * @param id never the same for two messages: a ULID, 26 characters
   * @param sender the incarnation of the node that publishes it
   * @param eventId the number of the type of event, at least 1
   * @param body copied
   * @throws IllegalArgumentException if the body is larger than {@link #MAX_BODY_BYTES}
   */
  public Message(String id, UUID sender, int eventId, byte[] body) {
    if (body.length > MAX_BODY_BYTES) {
      throw new IllegalArgumentException(
          "a body of " + body.length + " bytes is larger than " + MAX_BODY_BYTES);
    }
    this.id = requireNonNull(id, "id");
    this.sender = requireNonNull(sender, "sender");
    this.eventId = eventId;
    this.body = body.clone();
  }

  /**
   * The id of the event.
   *
   * @return a ULID
   */
  public String id() {
    return id;
  }

  /**
   * The node that published it.
   *
   * @return its incarnation then
   */
  public UUID sender() {
    return sender;
  }

  /**
   * The number of the type of event.
   *
   * @return at least 1, if it is sound
   */
  public int eventId() {
    return eventId;
  }

  /**
   * The bytes.
   *
   * @return a copy
   */
  public byte[] body() {
    return body.clone();
  }

  /**
   * How many bytes there are.
   *
   * @return at most {@link #MAX_BODY_BYTES}
   */
  public int size() {
    return body.length;
  }

  /** Never the body. */
  @Override
  public String toString() {
    return "message " + id + " of type " + eventId + " from " + sender;
  }
}
