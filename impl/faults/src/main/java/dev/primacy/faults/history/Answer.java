package dev.primacy.faults.history;

/** What a caller knows after a call. */
public enum Answer {
  /** 200: it was done. */
  DONE,
  /** Refused, and certainly not run: a 503 that does not say otherwise, or no connection at all. */
  NOT_RUN,
  /** 409: run, and refused by the resource for its token. */
  FENCED,
  /** Anything else: it may have been done, or be done later. */
  UNKNOWN
}
