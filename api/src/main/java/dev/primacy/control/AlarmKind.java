package dev.primacy.control;

import java.util.Locale;

/**
 * What may be wrong.
 *
 * @since 0.1
 */
public enum AlarmKind {
  /** A group has no primary, as this node sees it, for longer than a failover takes. */
  HA_PRIMARY_DOWN,
  /** A secondary of a group whose primary this node is, is gone without having left. */
  HA_SECONDARY_DOWN,
  /** The store does not answer this node, or has lost the majority it needs. */
  HA_QUORUM_LOST,
  /** An observer stands still. */
  OBSERVER_STALLED,
  /** The store shows a claim that contradicts what this node knew. */
  CONFLICTING_PRIMARIES;

  /**
   * The form for wires and files.
   *
   * @return for example {@code "ha-primary-down"}
   */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
