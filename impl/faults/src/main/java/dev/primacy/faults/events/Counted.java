package dev.primacy.faults.events;

import dev.primacy.event.ApplicationEvent;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.EventId;

/**
 * One of many.
 *
 * @param envelope from which node
 * @param run which of the runs
 * @param number its place among those of its node in this run, from 1
 * @param sent when it was handed over, on the clock that all processes of the machine share
 */
@EventId(10_100)
public record Counted(EventEnvelope envelope, int run, int number, long sent)
    implements ApplicationEvent {}
