package dev.primacy.core.simulation;

import java.util.random.RandomGenerator;

/**
 * Which faults a run has: each seed has some and lacks others, so that rare combinations are met
 * undisturbed by the common ones.
 */
record Faults(
    double loss,
    double slow,
    double veryLate,
    double doubled,
    boolean hints,
    boolean cuts,
    boolean pauses,
    boolean stalls,
    boolean crashes,
    boolean stops,
    boolean stepDowns,
    boolean wallSteps,
    boolean suspends,
    boolean wipes,
    boolean nodeWipes,
    boolean groupWipes,
    boolean otherSettings,
    boolean offender,
    boolean unevenLeases,
    boolean confirmed,
    boolean tombstonesGo,
    boolean freezes,
    boolean drops,
    boolean moves) {

  static Faults drawn(RandomGenerator random) {
    boolean suspends = chance(random, 0.4);
    boolean wiped = chance(random, 0.35);
    boolean confirmed = chance(random, 0.5);
    boolean tombstonesGo = chance(random, 0.4);
    return new Faults(
        chance(random, 0.5) ? random.nextDouble() * 0.15 : 0,
        chance(random, 0.6) ? random.nextDouble() * 0.2 : 0,
        chance(random, 0.5) ? random.nextDouble() * 0.1 : 0,
        chance(random, 0.4) ? random.nextDouble() * 0.2 : 0,
        chance(random, 0.7),
        chance(random, 0.6),
        chance(random, 0.6),
        chance(random, 0.4),
        chance(random, 0.5),
        chance(random, 0.4),
        chance(random, 0.6),
        chance(random, 0.4),
        suspends,
        wiped && chance(random, 0.7),
        wiped && chance(random, 0.5),
        wiped && chance(random, 0.4),
        chance(random, 0.1),
        !wiped && chance(random, 0.1),
        chance(random, 0.2),
        confirmed,
        tombstonesGo,
        chance(random, 0.3),
        chance(random, 0.2),
        chance(random, 0.4));
  }

  private static boolean chance(RandomGenerator random, double probability) {
    return random.nextDouble() < probability;
  }
}
