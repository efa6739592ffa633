package dev.primacy.benchmarks.broadcast;

import dev.primacy.event.ApplicationEvent;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.EventId;

/**
 * An event that says little.
 *
 * @param envelope where from
 * @param number which one
 */
@EventId(10_200)
public record Tick(EventEnvelope envelope, int number) implements ApplicationEvent {}
