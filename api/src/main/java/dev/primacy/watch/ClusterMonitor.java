package dev.primacy.watch;

/**
 * Watches the nodes of one group and the group itself: joined (raw, then decoded), left and updated
 * in numbers, the group altered or dropped. Callbacks are called one at a time, in order, on a
 * thread of the monitor's own.
 *
 * <p>What goes wrong is logged below the category {@code dev.primacy.monitor}, each group under its
 * own name, as in {@code dev.primacy.monitor.ledger}: the level is set there, in the configuration
 * of the server's or the application's log, for one group or for all.
 *
 * <p>A callback that throws is reported to the error callback of its kind, is not called again for
 * the same thing, and the monitor goes on.
 *
 * @since 0.1
 */
public interface ClusterMonitor extends AutoCloseable {

  /**
   * Begins to watch, with the nodes that are there; again does nothing, and neither does it after
   * {@link #stop}. Before Primacy has started in this application it waits for that.
   *
   * @throws IllegalStateException if Primacy has stopped in this application
   */
  void start();

  /**
   * Ends watching: the call that runs now is the last one but for the one that says so. Waits for
   * it, unless called by a callback or interrupted. Again does nothing; before {@link #start} it
   * keeps it from starting.
   */
  void stop();

  /**
   * Whether it watches.
   *
   * @return true from {@link #start} until it has stopped, for whatever reason
   */
  boolean isRunning();

  /**
   * How it watches.
   *
   * @return the options it was built with
   */
  MonitorOptions options();

  /** Does what {@link #stop} does. */
  @Override
  default void close() {
    stop();
  }
}
