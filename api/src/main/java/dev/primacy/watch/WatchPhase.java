package dev.primacy.watch;

/**
 * Where a watch ended.
 *
 * @since 0.1
 */
public enum WatchPhase {
  /** The nodes were not known in time, or Primacy is stopped or could not start. */
  OPEN,
  /** Primacy stopped while the watch went on. */
  RECEIVE,
  /** {@link NodeView#filter} threw. */
  FILTER,
  /** {@link NodeView#same} threw. */
  SAME,
  /** {@link NodeFollower#appeared} threw. */
  APPEARED,
  /** {@link NodeFollower#updated} threw. */
  UPDATED,
  /** {@link NodeFollower#removed} threw. */
  REMOVED,
  /** {@link NodeFollower#batchDone} threw. */
  BATCH_DONE,
  /** It was closed by the one who opened it. */
  CLOSED
}
