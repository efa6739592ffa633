package dev.primacy.watch;

import dev.primacy.ClusterNode;
import java.util.Iterator;
import java.util.Optional;

/**
 * Goes along with the states of a node: {@code while (cursor.next()) { … cursor.node() … }}. States
 * in between may be skipped, the last one never. For one thread at a time, but for {@link #close},
 * which any thread may call.
 *
 * @since 0.1
 */
public interface NodeCursor extends AutoCloseable, Iterable<ClusterNode> {

  /**
   * Waits for the next state.
   *
   * @return true if {@link #node} shows it; false, for ever, when the watch has ended: {@link
   *     #error}
   * @throws InterruptedException if this thread was interrupted; the cursor stays where it is
   */
  boolean next() throws InterruptedException;

  /**
   * The state {@link #next} went to.
   *
   * @return the same until {@code next} is called again; of a node that is gone the last state,
   *     with {@link dev.primacy.NodeLifecycle#REMOVED}
   * @throws IllegalStateException before {@code next} was true for the first time
   */
  ClusterNode node();

  /**
   * Why there is no next state any more.
   *
   * @return empty as long as there may be one; {@link WatchPhase#CLOSED} after {@link #close}
   *     unless something else came first
   */
  Optional<WatchFailedException> error();

  /**
   * The states that are left, for {@code for (ClusterNode node : cursor)}. It ends when {@link
   * #next} is false, or when the thread is interrupted, with the interrupt flag set again.
   *
   * @return every call the same position
   */
  @Override
  Iterator<ClusterNode> iterator();

  /** Ends it; a thread that waits in {@link #next} returns. Again does nothing. */
  @Override
  void close();
}
