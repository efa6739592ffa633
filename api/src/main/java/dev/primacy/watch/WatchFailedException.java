package dev.primacy.watch;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A watch has ended, and not because there was nothing more to tell.
 *
 * @since 0.1
 */
public final class WatchFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Serialized with the message. */
  private final WatchPhase phase;

  /** Not serialized: the exception is an answer within one node. */
  private final transient Optional<NodeId> node;

  /**
   * Makes the exception.
   *
   * @param message the numbered message for people
   * @param phase where
   * @param node the node that was being told; empty if none was
   * @param cause what was thrown; null if nothing was
   */
  public WatchFailedException(
      String message, WatchPhase phase, Optional<NodeId> node, @Nullable Throwable cause) {
    super(requireNonNull(message, "message"), cause);
    this.phase = requireNonNull(phase, "phase");
    this.node = requireNonNull(node, "node");
  }

  /**
   * Where the watch ended.
   *
   * @return the phase
   */
  public WatchPhase phase() {
    return phase;
  }

  /**
   * The node that was being told.
   *
   * @return empty if none was
   */
  public Optional<NodeId> node() {
    return node;
  }
}
