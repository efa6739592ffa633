package dev.primacy.core.dispatch;

import dev.primacy.core.gate.Clocks;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks now and then whether an observer has been running for too long, and reports each only once.
 *
 * @since 0.1
 */
public final class StallWatch implements Runnable {

  /**
   * Hears of stalls.
   *
   * @since 0.1
   */
  public interface Listener {

    /**
     * An observer runs too long.
     *
     * @param running what and where
     * @param time for how long
     */
    void stalled(Running running, Duration time);

    /**
     * An observer that was reported does not run any more.
     *
     * @param running what was reported
     */
    void returned(Running running);

    /**
     * Every thread is taken, and events wait.
     *
     * @param threads how many there are
     */
    void starved(int threads);
  }

  private final Lanes lanes;
  private final Clocks clocks;
  private final long stallNanos;
  private final Listener listener;
  private final Set<Running> reported = ConcurrentHashMap.newKeySet();

  // both written by the watching thread only
  private boolean starving;
  private boolean starvationReported;

  /**
   * Makes a watch; somebody has to run it several times per stall time.
   *
   * @param lanes what to watch
   * @param clocks the clocks
   * @param stall how long an observer may run
   * @param listener hears of those that run longer
   */
  public StallWatch(Lanes lanes, Clocks clocks, Duration stall, Listener listener) {
    this.lanes = lanes;
    this.clocks = clocks;
    this.stallNanos = stall.toNanos();
    this.listener = listener;
  }

  @Override
  public void run() {
    long now = clocks.nanos();
    List<Running> all = lanes.running();
    returned(all);
    for (Running running : all) {
      if (now - running.sinceNanos() >= stallNanos && reported.add(running)) {
        listener.stalled(running, Duration.ofNanos(now - running.sinceNanos()));
      }
    }
    starvation();
  }

  private void returned(List<Running> all) {
    for (Running running : Set.copyOf(reported)) {
      if (!all.contains(running)) {
        reported.remove(running);
        listener.returned(running);
      }
    }
  }

  /** Twice in a row: a full pool is nothing to talk about as long as it moves. */
  private void starvation() {
    boolean starved = lanes.isStarved();
    if (starved && starving && !starvationReported) {
      starvationReported = true;
      listener.starved(lanes.threads());
    }
    starvationReported &= starved;
    starving = starved;
  }
}
