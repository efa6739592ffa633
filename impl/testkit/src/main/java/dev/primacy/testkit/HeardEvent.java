package dev.primacy.testkit;

import dev.primacy.event.ClusterEvent;
import java.time.Duration;

/**
 * An event that a node told its observers.
 *
 * @param node where
 * @param event the event
 * @param at when, from the start of the cluster in virtual time
 * @since 0.1
 */
public record HeardEvent(String node, ClusterEvent event, Duration at) {}
