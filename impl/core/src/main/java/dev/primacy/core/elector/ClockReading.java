package dev.primacy.core.elector;

/**
 * Both clocks of a node, read once per input: before anything is sent because of it, and after the
 * answer it carries had arrived.
 *
 * @param nanos the monotonic clock
 * @param millis the wall clock
 * @since 0.1
 */
public record ClockReading(long nanos, long millis) {}
