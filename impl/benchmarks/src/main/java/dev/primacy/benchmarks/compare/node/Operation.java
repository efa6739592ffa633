package dev.primacy.benchmarks.compare.node;

/**
 * Something that only the leader may do, and that a library let in. All times are of the machine's
 * one monotonic clock, in nanoseconds.
 *
 * @param asked just before the library was asked
 * @param admitted just after it had said yes: when in between it judged, only it knows
 * @param ended when the operation was over; {@code asked} if it took no time
 * @param tenure grows whenever the answer changes from no to yes, in one process
 */
public record Operation(long asked, long admitted, long ended, long tenure) {

  /** Whether it was still going on after it had been let in. */
  public boolean lasted() {
    return ended > admitted;
  }
}
