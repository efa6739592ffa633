package dev.primacy.engine.tck;

import dev.primacy.spi.RecordVersion;

/**
 * One operation on one key, as its caller saw it.
 *
 * @param client who
 * @param kind what
 * @param expected the version a write expected; absent for a read
 * @param content what a write wrote or a read saw, unlike any other write's; empty for none
 * @param outcome how it ended
 * @param version the version a write got or a read saw
 * @param invoked when it began, on the monotonic clock
 * @param returned when it was answered
 */
record Operation(
    String client,
    Kind kind,
    RecordVersion expected,
    String content,
    Outcome outcome,
    RecordVersion version,
    long invoked,
    long returned) {

  /** What was asked. */
  enum Kind {
    READ,
    PUT,
    REMOVE
  }

  /** What was answered, as far as it says anything. */
  enum Outcome {
    /** A read: it saw content and version. A write: it happened, under this version. */
    DONE,
    /** A write that did not happen: the record had another version at some instant of it. */
    CONFLICT,
    /** A write that may have happened, or may still. */
    UNKNOWN
  }

  boolean isCertain() {
    return outcome != Outcome.UNKNOWN;
  }

  @Override
  public String toString() {
    String what =
        switch (kind) {
          case READ -> "read -> " + show(content) + " v" + version.value();
          case PUT -> "put " + content + " over v" + expected.value() + " -> " + answer();
          case REMOVE -> "remove v" + expected.value() + " -> " + answer();
        };
    return "%s [%,d..%,d us] %s".formatted(client, invoked / 1000, returned / 1000, what);
  }

  private String answer() {
    return outcome == Outcome.DONE ? "v" + version.value() : outcome.name();
  }

  private static String show(String content) {
    return content.isEmpty() ? "nothing" : content;
  }
}
