package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * A message of another node that could not be read. Immutable.
 *
 * @since 0.1
 */
public final class RawMessage {
  private final UUID sender;
  private final int eventId;
  private final byte[] payload;

  /**
   * Makes a message.
   *
   * @param sender the incarnation it says it comes from
   * @param eventId the number of the event type it says it is of; 0 if it says none
   * @param payload the bytes; copied
   */
  public RawMessage(UUID sender, int eventId, byte[] payload) {
    this.sender = requireNonNull(sender, "sender");
    this.eventId = eventId;
    this.payload = payload.clone();
  }

  /**
   * The incarnation it says it comes from.
   *
   * @return a hint, not proven
   */
  public UUID sender() {
    return sender;
  }

  /**
   * The number of the event type it says it is of.
   *
   * @return 0 if it says none
   */
  public int eventId() {
    return eventId;
  }

  /**
   * The bytes.
   *
   * @return a copy
   */
  public byte[] payload() {
    return payload.clone();
  }

  /** Who, which type and how long; never the payload. */
  @Override
  public String toString() {
    return "message of type " + eventId + " from " + sender + ", " + payload.length + " bytes";
  }
}
