package dev.primacy;

/**
 * Where a node is in its life, as it says itself, or as others found it.
 *
 * @since 0.1
 */
public enum NodeLifecycle {
  /** It is at work. */
  UP,
  /** It is handing over what it holds, and will be gone. */
  LEAVING,
  /** It is gone; shown by a {@link dev.primacy.watch.NodeCursor} only. */
  REMOVED
}
