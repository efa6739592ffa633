package dev.primacy.watch;

/**
 * What a {@link ClusterMonitor} can tell. The first four are what it watches for; the others come
 * along, and are not enough to watch for.
 *
 * @since 0.1
 */
public enum CallbackType {
  /** A node joined, decoded. */
  JOINED_DECODED(1, true),
  /** A node joined, as its record stands in the store; told before the decoded one. */
  JOINED_RAW(2, true),
  /** How many nodes left at once. */
  LEFT(3, true),
  /** How many nodes describe themselves differently at once. */
  UPDATED(4, true),
  /** The group's settings or format changed. */
  GROUP_ALTERED(5, false),
  /** The group is gone. */
  GROUP_DROPPED(6, false);

  private final int number;
  private final boolean watched;

  CallbackType(int number, boolean watched) {
    this.number = number;
    this.watched = watched;
  }

  /**
   * The number of the type, stable over versions.
   *
   * @return 1 to 6
   */
  public int number() {
    return number;
  }

  /**
   * Whether it is enough to watch for.
   *
   * @return true for the first four
   */
  public boolean isWatched() {
    return watched;
  }
}
