package dev.primacy.core.simulation;

import dev.primacy.core.elector.ClockReading;

/** The two clocks of one machine: each at its own rate, stepped and suspended at will. */
final class Drifting {

  private final Schedule time;
  private final double rate;
  private final long monotonicOrigin;
  private long wallOrigin;
  private long suspended;
  private long lastStep = -10 * Simulation.LEASE;
  private long lastResume = -10 * Simulation.LEASE;
  private long suspendedSince = -1;

  Drifting(Schedule time, double rate, long monotonicOrigin, long wallOrigin) {
    this.time = time;
    this.rate = rate;
    this.monotonicOrigin = monotonicOrigin;
    this.wallOrigin = wallOrigin;
  }

  long nanos() {
    long running = (suspendedSince < 0 ? time.now() : suspendedSince) - suspended;
    return monotonicOrigin + (long) (running * rate);
  }

  long millis() {
    return wallOrigin + (long) (time.now() * rate / 1e6);
  }

  ClockReading read() {
    return new ClockReading(nanos(), millis());
  }

  /** The true time until the monotonic clock shows this, if it is not suspended meanwhile. */
  long until(long nanos) {
    return (long) Math.ceil((nanos - nanos()) / rate);
  }

  /**
   * A suspend and a backward step of the wall clock within one lease are the one hole of the two
   * clocks, left to the fence: they are kept apart here.
   */
  boolean maySuspend() {
    return time.now() - lastStep > 3 * Simulation.LEASE;
  }

  boolean mayStep() {
    return suspendedSince < 0 && time.now() - lastResume > 3 * Simulation.LEASE;
  }

  /** A step is on its way, and so the machine must not be suspended until it is long over. */
  void willStep(long delay) {
    lastStep = time.now() + delay;
  }

  void stepWall(long millis) {
    lastStep = time.now();
    wallOrigin += millis;
  }

  void suspend() {
    suspendedSince = time.now();
  }

  void resume() {
    suspended += time.now() - suspendedSince;
    suspendedSince = -1;
    lastResume = time.now();
  }
}
