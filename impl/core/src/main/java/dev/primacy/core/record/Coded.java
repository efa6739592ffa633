package dev.primacy.core.record;

/** A constant with a place in the format that never changes. */
interface Coded {

  /**
   * How it is written.
   *
   * @return one byte
   */
  byte code();
}
