package dev.primacy.benchmarks.report;

import java.util.Locale;

/** What a figure has to reach. */
public record Goal(Kind kind, double limit) {
  /** For figures that only explain others. */
  public static final Goal NONE = new Goal(Kind.NONE, 0);

  /** On which side of the limit it is reached. */
  public enum Kind {
    AT_MOST,
    AT_LEAST,
    NONE
  }

  public static Goal atMost(double limit) {
    return new Goal(Kind.AT_MOST, limit);
  }

  public static Goal atLeast(double limit) {
    return new Goal(Kind.AT_LEAST, limit);
  }

  public String verdict(double value) {
    return switch (kind) {
      case AT_MOST -> value <= limit ? "pass" : "MISS";
      case AT_LEAST -> value >= limit ? "pass" : "MISS";
      case NONE -> "";
    };
  }

  @Override
  public String toString() {
    return switch (kind) {
      case AT_MOST -> "<= " + number();
      case AT_LEAST -> ">= " + number();
      case NONE -> "";
    };
  }

  private String number() {
    return limit == Math.rint(limit)
        ? String.format(Locale.ROOT, "%.0f", limit)
        : String.format(Locale.ROOT, "%.2f", limit);
  }
}
