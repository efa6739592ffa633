package dev.primacy.event;

/**
 * The open branch: implement it, as a record with an {@link EventId} of 10,000 or more, for event
 * types of your own.
 *
 * @since 0.1
 */
public non-sealed interface ApplicationEvent extends ClusterEvent {}
