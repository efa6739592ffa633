package dev.primacy.core.runtime;

import dev.primacy.GroupStanding;
import dev.primacy.control.NodeState;
import dev.primacy.core.elector.ClockReading;
import dev.primacy.core.gate.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** When the store last answered this node. Written on the lease thread, read on any. */
final class Contact {
  private final Clocks clocks;
  private final Duration lease;
  private volatile @Nullable ClockReading last;
  private volatile boolean expelled;

  Contact(Clocks clocks, Duration lease) {
    this.clocks = clocks;
    this.lease = lease;
  }

  void answered() {
    last = new ClockReading(clocks.nanos(), clocks.millis());
  }

  /** Whether this node has no part in the store, until it has come back as a new incarnation. */
  void expelled(boolean now) {
    expelled = now;
  }

  /** On the monotonic clock. */
  OptionalLong lastAnswerNanos() {
    ClockReading heard = last;
    return heard == null ? OptionalLong.empty() : OptionalLong.of(heard.nanos());
  }

  Optional<Instant> lastAnswer() {
    return Optional.ofNullable(last).map(read -> Instant.ofEpochMilli(read.millis()));
  }

  NodeState.Connection connection(GroupStanding standing) {
    if (expelled || standing == GroupStanding.LEFT || standing == GroupStanding.STANDALONE) {
      return NodeState.Connection.NOT_APPLICABLE;
    }
    ClockReading heard = last;
    return heard != null && clocks.nanos() - heard.nanos() < lease.toNanos()
        ? NodeState.Connection.CONNECTED
        : NodeState.Connection.DISCONNECTED;
  }
}
