package dev.primacy.core.runtime;

/** What the lease thread does besides what it is handed: what is due. */
record Turns(StoreCalls calls, ElectorDriver driver) implements LeaseLoop.Body {

  @Override
  public void turn() {
    calls.expire();
    driver.tickIfDue();
  }

  @Override
  public long waitNanos() {
    return Math.min(calls.waitNanos(), driver.waitNanos());
  }
}
