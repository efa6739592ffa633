package dev.primacy.core.record;

/**
 * How a node's record stands. Only {@link #ALIVE} is ever left again.
 *
 * @since 0.1
 */
public enum NodeState implements Coded {
  /** It renews; its lease counts from the moment a version of it is first seen. */
  ALIVE(0),
  /** It left by itself and acts no more. */
  LEFT(1),
  /** Others waited its lease out (rule R2): it can never renew again. */
  EXPELLED(2);

  private final byte code;

  NodeState(int code) {
    this.code = (byte) code;
  }

  @Override
  public byte code() {
    return code;
  }
}
