package dev.primacy.event;

import dev.primacy.NodeId;
import java.time.Instant;

/**
 * An event with an envelope: it says where it comes from, and may be published by code. All of them
 * are records that have their envelope as a component named {@code envelope}.
 *
 * @since 0.1
 */
public sealed interface EnvelopedEvent extends ClusterEvent
    permits LifecycleEvent, ServiceEvent, ApplicationEvent {

  /**
   * What it has in common with all others.
   *
   * @return stamped once it was published, which it is wherever it is observed
   */
  EventEnvelope envelope();

  @Override
  default NodeId node() {
    return envelope().node();
  }

  @Override
  default long seq() {
    return envelope().seq();
  }

  @Override
  default Instant at() {
    return envelope().at();
  }
}
