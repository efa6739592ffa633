package dev.primacy.core.elector;

import java.time.Duration;

/**
 * A node was alive.
 *
 * @param nanos when, on the monotonic clock
 * @param lease how long its lease lasts
 * @since 0.1
 */
public record SignOfLife(long nanos, Duration lease) {}
