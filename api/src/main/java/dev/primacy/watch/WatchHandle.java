package dev.primacy.watch;

import java.util.concurrent.CompletionStage;

/**
 * A watch that goes on beside the one who began it. Any thread.
 *
 * @since 0.1
 */
public interface WatchHandle extends AutoCloseable {

  /**
   * Whether the follower may still be called.
   *
   * @return false once {@link #ended} has completed
   */
  boolean isOpen();

  /**
   * The end of the watch.
   *
   * @return completes normally when it was closed and the follower is called no more; with a {@link
   *     WatchFailedException} when it ended for another reason; not while it is started anew
   */
  CompletionStage<Void> ended();

  /**
   * Ends the watch: the call that runs now is the last one, but for those of {@link
   * FollowOptions#removalsOnClose}. Waits for it, unless called by the follower itself or
   * interrupted. Again does nothing.
   */
  @Override
  void close();
}
