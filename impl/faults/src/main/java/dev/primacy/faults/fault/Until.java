package dev.primacy.faults.fault;

/** How long a fault lasts. */
public enum Until {
  /** Until another node writes as primary, which has to happen while the fault lasts. */
  TAKEN_OVER,
  /** Two and a half leases, whatever happens. */
  LONG,
  /** A quarter of a lease: nobody has to notice. */
  SHORT
}
