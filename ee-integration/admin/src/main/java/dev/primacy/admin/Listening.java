package dev.primacy.admin;

/**
 * A stream of events.
 *
 * @param feed what to send, to be closed by whoever sends it
 */
record Listening(EventFeed feed) implements Outcome {}
