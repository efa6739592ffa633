package dev.primacy.event;

/**
 * The open branch: implement it, as a record with an {@link EventId} of 10,000 or more, for event
 * types of your own.
 *
 * <pre>{@code
 * @EventId(10_001)
 * public record StockChanged(EventEnvelope envelope, String article, int left)
 *     implements ApplicationEvent {}
 * }</pre>
 *
 * <p>What is published for the cluster travels as JSON. Components may be {@code String}, {@code
 * boolean}, numbers, enums, {@code Instant}, {@code Duration}, {@code UUID}, {@code URI}, {@link
 * dev.primacy.NodeId}, records of such, and {@code Optional}, {@code List}, {@code Set} and {@code
 * Map} (by {@code String}) of them. What a newer version adds is ignored by an older one; what an
 * older one does not know arrives as empty, zero or an empty collection, and a component that can
 * be none of these makes the event undecodable there.
 *
 * @since 0.1
 */
public non-sealed interface ApplicationEvent extends EnvelopedEvent {}
