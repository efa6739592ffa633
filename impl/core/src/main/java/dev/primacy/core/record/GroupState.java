package dev.primacy.core.record;

/**
 * How a group's record stands.
 *
 * @since 0.1
 */
public enum GroupState implements Coded {
  /** It may have a holder. */
  OPEN(0),
  /** It was given up for good and stays in the store, so that no delayed write revives it. */
  DROPPED(1);

  private final byte code;

  GroupState(int code) {
    this.code = (byte) code;
  }

  @Override
  public byte code() {
    return code;
  }
}
