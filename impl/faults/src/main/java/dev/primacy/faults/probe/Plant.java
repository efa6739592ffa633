package dev.primacy.faults.probe;

import java.util.Locale;

/**
 * A defect that is put into nodes, or into the resource, to see that the checker finds it. Only the
 * probes have them; the library's own code is never touched.
 */
public enum Plant {
  /** None. */
  NONE,
  /**
   * The guard is a flag that role events flip, as it is with other libraries: no clock is asked.
   */
  FLAG,
  /** As {@link #FLAG}, and the resource looks at no token. */
  UNFENCED,
  /** Every write is sent to the resource twice. */
  TWICE,
  /** Some calls are answered 200 and never written. */
  FORGETFUL,
  /** Some calls are written and answered as refused. */
  LYING,
  /** The observer loses role events. */
  LOSSY;

  /** The system property that names one. */
  public static final String PROPERTY = "faults.plant";

  /** The one that is asked for. */
  public static Plant configured() {
    String name = System.getProperty(PROPERTY, "");
    return name.isBlank() ? NONE : valueOf(name.strip().toUpperCase(Locale.ROOT));
  }

  /** Whether calls are let in by a flag. */
  public boolean trustsAFlag() {
    return this == FLAG || this == UNFENCED;
  }
}
