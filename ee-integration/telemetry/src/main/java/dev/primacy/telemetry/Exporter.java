package dev.primacy.telemetry;

/** A system that takes metrics. What its code throws is caught by whoever calls it. */
interface Exporter extends AutoCloseable {

  /** Its name, for the log. */
  String system();

  /** There may be time series that there were not, or the other way round. Any thread. */
  void refresh();

  /** Something was timed; one at a time. */
  void timed(Timing timing);

  /** Takes everything back: nothing of this application stays there. */
  @Override
  void close();
}
