package dev.primacy.benchmarks.endpoint;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The first answers of every kind. */
final class Answers {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private final Wire wire;

  Answers(Wire wire) {
    this.wire = wire;
  }

  /** Asks until the node plays the role that the measurement needs. */
  Answer await(Kind kind) throws IOException {
    long start = System.nanoTime();
    Answer answer = ask(kind);
    while (answer.status() != kind.status()) {
      if (System.nanoTime() - start > PATIENCE) {
        throw new IOException(kind + " is answered with " + answer.status());
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      answer = ask(kind);
    }
    return answer;
  }

  private Answer ask(Kind kind) throws IOException {
    return Answer.parse(wire.receive(Wire.get(kind.path())));
  }

  /** A floor that answers less, or something else, would be none. */
  void mustBeAlike(Answer refusal, Answer floor) throws IOException {
    boolean alike =
        refusal.headers().equals(floor.headers()) && refusal.body().equals(floor.body());
    if (!alike) {
      throw new IOException("not alike: " + refusal + " and " + floor);
    }
  }
}
