package dev.primacy.core.operate;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How a rule-based election goes.
 *
 * @param nominal what this node is meant to be
 * @param assume whether it takes its nominal role on when it starts
 * @param join whether it looks for a primary to follow when it starts
 * @param failoverPrimary whether it takes over when the primary is gone
 * @param reconnectInterval how long it waits between two looks for the primary
 * @param reconnectAttempts how often it looks before it takes over, or gives up
 * @param reconnectSecondaries whether a secondary that does not take over looks for the next
 *     primary without end
 * @param consensus whether nobody writes alone: who takes over is read-only until a secondary has
 *     joined, and a nominal primary that loses all of them gives up
 * @since 0.1
 */
public record Rules(
    NominalRole nominal,
    boolean assume,
    boolean join,
    boolean failoverPrimary,
    Duration reconnectInterval,
    int reconnectAttempts,
    boolean reconnectSecondaries,
    boolean consensus) {

  /** Checks the components. */
  public Rules {
    requireNonNull(nominal, "nominal");
    requireNonNull(reconnectInterval, "reconnectInterval");
  }
}
