package dev.primacy.core.runtime;

import dev.primacy.core.monitor.LiveMonitors;
import java.time.Duration;

/** Those who look on beside the observers, each on a thread of its own. */
record Onlookers(NodeWatches watches, LiveMonitors monitors) {

  /** Ends them all, and those to come; waits for nobody. */
  void end() {
    watches.end();
    monitors.close();
  }

  /** Waits for calls under way. */
  void awaitEnd(Duration patience) throws InterruptedException {
    watches.awaitEnd(patience);
    monitors.awaitEnd(patience);
  }
}
