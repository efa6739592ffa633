package dev.primacy.faults.run;

import java.util.Arrays;
import java.util.Locale;

/** What a run is made of. */
enum Scenario {
  /** One fault after the other, under load. */
  FAULTS,
  /** Handovers by choice under 200 calls a second that are tried again where they were refused. */
  HANDOVER,
  /** A hundred failovers at a short lease. */
  FAILOVERS,
  /** Events from each node to all, and to one; with a node killed in the middle. */
  EVENTS,
  /** From an earlier build to this one and back, a node at a time. */
  UPGRADE,
  /** A pause with a planted defect, to see that it is found. */
  PLANT;

  static Scenario of(String name) {
    return Arrays.stream(values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "faults.scenarios: '" + name + "' is none of " + Arrays.toString(values())));
  }
}
