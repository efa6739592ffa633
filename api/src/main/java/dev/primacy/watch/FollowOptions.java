package dev.primacy.watch;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How a follower is served.
 *
 * @param name names it in logs, threads and events; not empty
 * @param baseline what {@link NodeView#same} compares a node with
 * @param removalsOnClose true to tell every node of the view as removed when the handle is closed;
 *     otherwise the view just ends
 * @param openWithin how long the nodes may take to be known at first, before the watch ends with
 *     {@link WatchPhase#OPEN}; empty to wait for as long as it takes
 * @param restart what is done when the watch failed; empty if it ends
 * @since 0.1
 */
public record FollowOptions(
    String name,
    Baseline baseline,
    boolean removalsOnClose,
    Optional<Duration> openWithin,
    Optional<Restart> restart) {

  /** Compares with what was reported last, waits, ends when it fails. */
  public static final FollowOptions DEFAULT =
      new FollowOptions(
          "follower", Baseline.LAST_REPORTED, false, Optional.empty(), Optional.empty());

  /** Checks the components. */
  public FollowOptions {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name of a follower is blank");
    }
    requireNonNull(baseline, "baseline");
    openWithin.ifPresent(
        time -> {
          if (time.isNegative()) {
            throw new IllegalArgumentException("openWithin is negative: " + time);
          }
        });
    requireNonNull(restart, "restart");
  }

  /** What {@link NodeView#same} compares a node with. */
  public enum Baseline {
    /**
     * What the follower was told last: many small changes that each are the same add up until one
     * is told.
     */
    LAST_REPORTED,
    /** What was seen last, also if it was not told: a slow drift is never told. */
    LAST_SEEN
  }

  /**
   * Starting anew after a failure, with an empty view: every node is new again.
   *
   * @param first how long to wait after the first failure; doubled with each that follows at once
   * @param longest how long to wait at most; a watch that lasted as long begins with {@code first}
   */
  public record Restart(Duration first, Duration longest) {

    /** After one second, and after a minute at most. */
    public static final Restart DEFAULT = new Restart(Duration.ofSeconds(1), Duration.ofMinutes(1));

    /** Checks the components. */
    public Restart {
      if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
        throw new IllegalArgumentException(
            "a restart waits for more than zero, and at most as long as its longest: "
                + first
                + ", "
                + longest);
      }
    }
  }

  /**
   * The same under another name.
   *
   * @param next names it in logs, threads and events
   * @return the options
   */
  public FollowOptions withName(String next) {
    return new FollowOptions(next, baseline, removalsOnClose, openWithin, restart);
  }

  /**
   * The same with another baseline.
   *
   * @param next what {@link NodeView#same} compares with
   * @return the options
   */
  public FollowOptions withBaseline(Baseline next) {
    return new FollowOptions(name, next, removalsOnClose, openWithin, restart);
  }

  /**
   * The same, with every node told as removed in the end.
   *
   * @return the options
   */
  public FollowOptions withRemovalsOnClose() {
    return new FollowOptions(name, baseline, true, openWithin, restart);
  }

  /**
   * The same with a limit for the beginning.
   *
   * @param limit how long the nodes may take to be known at first
   * @return the options
   */
  public FollowOptions withOpenWithin(Duration limit) {
    return new FollowOptions(name, baseline, removalsOnClose, Optional.of(limit), restart);
  }

  /**
   * The same, started anew after failures.
   *
   * @param next how
   * @return the options
   */
  public FollowOptions withRestart(Restart next) {
    return new FollowOptions(name, baseline, removalsOnClose, openWithin, Optional.of(next));
  }
}
