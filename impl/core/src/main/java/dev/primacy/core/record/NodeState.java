package dev.primacy.core.record;

/**
 * How a node's record stands. Only {@link #ALIVE} is ever left again.
 *
 * @since 0.1
 */
public enum NodeState {
  /** It renews; its lease counts from the moment a version of it is first seen. */
  ALIVE,
  /** It left by itself and acts no more. */
  LEFT,
  /** Others waited its lease out (rule R2): it can never renew again. */
  EXPELLED
}
