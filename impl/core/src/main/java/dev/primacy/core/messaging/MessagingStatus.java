package dev.primacy.core.messaging;

import dev.primacy.messaging.DeliveryPromise;
import dev.primacy.spi.StoreStatus;
import java.util.Optional;

/**
 * How events across nodes are doing, counted from the start.
 *
 * @param messenger its name; empty if there is none
 * @param promise what it promises; empty if there is none
 * @param state how it is doing
 * @param published events of this node
 * @param received messages of other nodes, and of queues, that were taken
 * @param lost messages known to be lost, or for which there was no room
 * @param unreadable messages that could not be decoded
 * @param unknown messages of types that are not known here
 * @param waiting how many wait to be delivered now
 * @since 0.1
 */
public record MessagingStatus(
    Optional<String> messenger,
    Optional<DeliveryPromise> promise,
    StoreStatus state,
    long published,
    long received,
    long lost,
    long unreadable,
    long unknown,
    int waiting) {}
