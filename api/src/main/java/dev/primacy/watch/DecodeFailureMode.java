package dev.primacy.watch;

/**
 * What follows when a record cannot be decoded, also at the second try.
 *
 * @since 0.1
 */
public enum DecodeFailureMode {
  /** The error is told, then {@code GROUP_ALTERED}, then watching ends. */
  ABORT(1),
  /** The error is told and logged with the record, and the next record comes. */
  SKIP(2);

  private final int number;

  DecodeFailureMode(int number) {
    this.number = number;
  }

  /**
   * The number of the mode, stable over versions.
   *
   * @return 1 or 2
   */
  public int number() {
    return number;
  }
}
