package dev.primacy;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The attributes a node published at run time, told apart from others it published.
 *
 * @param version 1 for the first ones since the application was started, and one more whenever they
 *     differ from those before
 * @param at when, by that node's wall clock; for people, never for ordering
 * @since 0.1
 */
public record NodeStatus(long version, Instant at) {

  /** Checks the components. */
  public NodeStatus {
    if (version < 1) {
      throw new IllegalArgumentException("a version begins with 1: " + version);
    }
    requireNonNull(at, "at");
  }
}
