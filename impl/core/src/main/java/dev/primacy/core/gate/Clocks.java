package dev.primacy.core.gate;

/**
 * The seam through which all time comes.
 *
 * @since 0.1
 */
public interface Clocks {

  /**
   * The monotonic clock, for leases.
   *
   * @return nanoseconds from an arbitrary origin, compared by subtraction only
   */
  long nanos();

  /**
   * The wall clock, which goes on during a machine's suspend; it only ever ends a lease early, and
   * stamps events for people.
   *
   * @return milliseconds since the epoch
   */
  long millis();
}
