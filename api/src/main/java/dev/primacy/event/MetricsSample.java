package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * Figures of this node: fired every {@code primacy.metrics-sample}, if that is set.
 *
 * @param envelope what it has in common with all others; its origin is the node
 * @param values by name; in the unit that the name says
 * @since 0.1
 */
@EventId(4001)
public record MetricsSample(EventEnvelope envelope, Map<String, Double> values)
    implements ServiceEvent {

  /** Checks the components. */
  public MetricsSample {
    requireNonNull(envelope, "envelope");
    values = Map.copyOf(values);
  }
}
