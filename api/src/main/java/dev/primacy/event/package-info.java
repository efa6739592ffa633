/**
 * The events an application observes, and the qualifiers that narrow them.
 *
 * <p>Every event is an immutable record of one sealed family, {@link
 * dev.primacy.event.ClusterEvent}. Events of one group are delivered one at a time and in order;
 * groups are delivered side by side. Delivery happens on Primacy's dispatch threads, never on the
 * thread that renews the lease and never on a thread of the engine.
 */
@NullMarked
package dev.primacy.event;

import org.jspecify.annotations.NullMarked;
