package dev.primacy.benchmarks;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Named to the JVM of a fork as its logging configuration: the table is what is to be read. */
public final class QuietLogging {

  /** Lets through what fails a measurement and nothing else. */
  public QuietLogging() {
    Logger.getLogger("").setLevel(Level.SEVERE);
  }
}
