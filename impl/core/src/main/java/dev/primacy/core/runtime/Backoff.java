package dev.primacy.core.runtime;

import dev.primacy.watch.FollowOptions.Restart;
import java.time.Duration;

/** How long to wait before a failed watch is started anew. For one thread. */
final class Backoff {
  private final Restart restart;
  private Duration next;

  Backoff(Restart restart) {
    this.restart = restart;
    this.next = restart.first();
  }

  /**
   * @param lasted how long the watch went on before it failed
   */
  Duration after(Duration lasted) {
    if (lasted.compareTo(restart.longest()) >= 0) {
      next = restart.first();
    }
    Duration pause = next;
    Duration longest = restart.longest();
    // halved rather than doubled: the longest there is must not overflow
    next = pause.compareTo(longest.dividedBy(2)) >= 0 ? longest : pause.multipliedBy(2);
    return pause;
  }
}
