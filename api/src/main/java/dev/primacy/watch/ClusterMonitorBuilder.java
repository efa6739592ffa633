package dev.primacy.watch;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Puts a {@link ClusterMonitor} together. Callbacks of one kind are all called, in the order in
 * which they were given.
 *
 * @param <T> the picture of a node
 * @since 0.1
 */
public interface ClusterMonitorBuilder<T> {

  /**
   * Called for each node that joined.
   *
   * @param callback gets its picture
   * @return this
   */
  ClusterMonitorBuilder<T> onJoined(Consumer<? super T> callback);

  /**
   * Called for each node that joined, before {@link #onJoined}.
   *
   * @param callback gets its record
   * @return this
   */
  ClusterMonitorBuilder<T> onJoinedRaw(Consumer<? super RawRecord> callback);

  /**
   * Called once for all nodes that left at once.
   *
   * @param callback gets how many, at least 1
   * @return this
   */
  ClusterMonitorBuilder<T> onLeft(IntConsumer callback);

  /**
   * Called once for all nodes that describe themselves differently at once.
   *
   * @param callback gets how many, at least 1
   * @return this
   */
  ClusterMonitorBuilder<T> onUpdated(IntConsumer callback);

  /**
   * Called when the group's settings or format changed.
   *
   * @param callback gets what changed, in one sentence
   * @return this
   */
  ClusterMonitorBuilder<T> onGroupAltered(Consumer<String> callback);

  /**
   * Called once when the group is gone.
   *
   * @param callback gets the group's name
   * @return this
   */
  ClusterMonitorBuilder<T> onGroupDropped(Consumer<String> callback);

  /**
   * Called when something of one kind could not be told, or a callback of it threw.
   *
   * @param kind the kind
   * @param callback gets what happened
   * @return this
   */
  ClusterMonitorBuilder<T> onError(CallbackType kind, Consumer<? super MonitorError> callback);

  /**
   * Called when watching has ended: always the last call.
   *
   * @param callback gets why, and what happened in one sentence, which may be empty
   * @return this
   */
  ClusterMonitorBuilder<T> onStopped(BiConsumer<MonitorEnd, String> callback);

  /**
   * How it watches.
   *
   * @param options the options; {@code primacy.inactivity-timeout} and {@code
   *     primacy.events.decode-failure-mode} decide unless given
   * @return this
   */
  ClusterMonitorBuilder<T> options(MonitorOptions options);

  /**
   * Makes the monitor.
   *
   * @return not started yet
   * @throws IllegalArgumentException if there is no callback of a kind that {@link
   *     CallbackType#isWatched}, or the group's name is none; the message is numbered and lists all
   *     problems
   */
  ClusterMonitor build();
}
