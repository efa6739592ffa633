package dev.primacy.spi;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An event as an archive keeps it: what it is found by, and the whole of it as text that means
 * nothing to the archive.
 *
 * @param id never the same for two events: at most {@link #MAX_ID} characters; writing one that is
 *     there changes nothing
 * @param eventId the number of its type
 * @param origin where it comes from; empty for none
 * @param at the time it is found by, kept to the millisecond
 * @param text the whole event
 * @since 0.1
 */
public record ArchivedEvent(String id, int eventId, String origin, Instant at, String text) {

  /** The longest id, in characters. */
  public static final int MAX_ID = 64;

  /** Checks the components. */
  public ArchivedEvent {
    requireNonNull(id, "id");
    requireNonNull(origin, "origin");
    requireNonNull(at, "at");
    requireNonNull(text, "text");
  }
}
