package dev.primacy.benchmarks.compare.failover;

import dev.primacy.benchmarks.compare.cohort.Competitor;
import java.time.Duration;
import java.util.Locale;

/**
 * One leader that went, in milliseconds; NaN for what could not be seen.
 *
 * @param competitor who
 * @param lease the lease, or what the library calls it
 * @param way how it went
 * @param run which time
 * @param delay how long after everything was settled
 * @param sinceSignal from just before the signal until its successor was seen to lead
 * @param sinceClosing from when it led no more until its successor did; for a rival, from when it
 *     was told so
 * @param overlap how long after its successor was seen to lead it still said that it leads
 */
record Outcome(
    Competitor competitor,
    Duration lease,
    Way way,
    int run,
    double delay,
    double sinceSignal,
    double sinceClosing,
    double overlap) {
  static final String HEADS =
      "system,lease_ms,way,run,delay_ms,since_signal_ms,since_closing_ms,overlap_ms";

  /** Nobody followed. */
  static Outcome failed(Competitor competitor, Duration lease, Way way, int run) {
    double unseen = Double.NaN;
    return new Outcome(competitor, lease, way, run, unseen, unseen, unseen, unseen);
  }

  boolean isComplete() {
    return !Double.isNaN(sinceSignal);
  }

  String csv() {
    return String.format(
        Locale.ROOT,
        "%s,%d,%s,%d,%.1f,%.2f,%.2f,%.2f",
        competitor.id(),
        lease.toMillis(),
        way,
        run,
        delay,
        sinceSignal,
        sinceClosing,
        overlap);
  }
}
