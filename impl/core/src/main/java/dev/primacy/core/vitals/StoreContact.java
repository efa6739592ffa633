package dev.primacy.core.vitals;

import static java.util.Objects.requireNonNull;

import dev.primacy.spi.StoreStatus;
import java.time.Duration;
import java.util.Optional;

/**
 * How this node stands with the store.
 *
 * @param status what the engine says
 * @param silence how long ago the store last answered the election; empty if it never did, or there
 *     is none
 * @param endpoint where the store is reached now, if there are several endpoints
 * @since 0.1
 */
public record StoreContact(
    StoreStatus status, Optional<Duration> silence, Optional<String> endpoint) {

  /** Where there is no store. */
  public static final StoreContact NONE =
      new StoreContact(StoreStatus.UNKNOWN, Optional.empty(), Optional.empty());

  /** Checks the components. */
  public StoreContact {
    requireNonNull(status, "status");
    requireNonNull(silence, "silence");
    requireNonNull(endpoint, "endpoint");
  }
}
