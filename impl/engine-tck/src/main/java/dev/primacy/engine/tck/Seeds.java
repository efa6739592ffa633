package dev.primacy.engine.tck;

import java.util.concurrent.ThreadLocalRandom;

/** Where randomness starts from: {@code -Dtck.seed=N}, or anywhere. */
final class Seeds {
  private static final String PROPERTY = "tck.seed";

  private Seeds() {}

  static long next() {
    Long given = Long.getLong(PROPERTY);
    return given == null ? ThreadLocalRandom.current().nextLong(1_000_000) : given;
  }

  /** Travels with a failure, so that whoever reads it can run the same choices again. */
  static Throwable note(long seed) {
    return new Note("the choices of this test can be had again with -D" + PROPERTY + "=" + seed);
  }

  private static final class Note extends Exception {
    private static final long serialVersionUID = 1L;

    Note(String text) {
      super(text, null, false, false);
    }
  }
}
