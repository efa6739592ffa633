/**
 * Events of the application's own, from any node to every node or to one of them.
 *
 * <p>Fire them with {@link dev.primacy.event.ClusterWide}, observe them with {@link
 * dev.primacy.event.FromCluster}. What carries them is a messenger; what it promises is a {@link
 * dev.primacy.messaging.DeliveryPromise}. Events are for telling, never for deciding: who is
 * primary is decided by the store alone.
 */
@NullMarked
package dev.primacy.messaging;

import org.jspecify.annotations.NullMarked;
