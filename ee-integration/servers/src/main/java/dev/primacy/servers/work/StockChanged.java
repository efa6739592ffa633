package dev.primacy.servers.work;

import dev.primacy.event.ApplicationEvent;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.EventId;

/**
 * An event for the whole cluster.
 *
 * @param envelope says who published it
 * @param article tells one from another
 */
@EventId(10_001)
public record StockChanged(EventEnvelope envelope, String article) implements ApplicationEvent {}
