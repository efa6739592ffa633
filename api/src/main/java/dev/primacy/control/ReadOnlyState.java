package dev.primacy.control;

/**
 * Whether a group's primary refuses writes. Either cause is enough, and each is ended on its own.
 *
 * @param configured an operator said so
 * @param imposed the rules of the election say so, until a secondary has joined
 * @since 0.1
 */
public record ReadOnlyState(boolean configured, boolean imposed) {

  /** Writable. */
  public static final ReadOnlyState WRITABLE = new ReadOnlyState(false, false);

  /**
   * Whether there is a cause.
   *
   * @return true if writes are refused
   */
  public boolean isReadOnly() {
    return configured || imposed;
  }
}
