package dev.primacy.demo.node;

import java.util.logging.LogManager;

/**
 * Keeps the log open while the node stops: the platform's own manager closes all handlers in a
 * shutdown hook that runs beside ours, and the lines of the handover would be lost.
 */
public final class NodeLogManager extends LogManager {

  /** For the platform, which makes it by name. */
  public NodeLogManager() {}

  @Override
  public void reset() {
    // nothing: see above
  }
}
