package dev.primacy.engine.tck;

/** One way for the registers over TCP to be wrong. */
enum TcpFault {
  NONE,
  /** A write without a reply is sent again over a new connection, whatever is there by then. */
  REPEATS_WRITES,
  /** A write whose connection broke is sent again over a new one; what comes of that is told. */
  REPEATS_AFTER_A_BREAK,
  /** A write without a reply is told to have been refused. */
  TELLS_REFUSED_WHEN_IN_DOUBT,
  /** Nothing bounds the wait for a reply. */
  WAITS_FOR_EVER,
  /** What was confirmed last is not there after a restart. */
  LOSES_THE_LAST_WRITE,
  /** Without room some writes are confirmed all the same, and gone after a restart. */
  FORGETS_WHAT_IT_HAD_NO_ROOM_FOR,
  /** Without room what is told to have been refused is kept. */
  WRITES_WHAT_IT_REFUSED,
  /** A connection that broke is not made anew. */
  STAYS_AWAY,
  /** A connection is left open. */
  LEAVES_A_SOCKET
}
