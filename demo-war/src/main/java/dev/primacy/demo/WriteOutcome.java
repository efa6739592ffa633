package dev.primacy.demo;

/** What came of one write. */
sealed interface WriteOutcome {

  /**
   * It was stored.
   *
   * @param counter how many writes the resource has stored, this one included
   */
  record Stored(long counter) implements WriteOutcome {}

  /**
   * The resource refused it, because it has seen a greater token.
   *
   * @param detail one sentence
   */
  record Stale(String detail) implements WriteOutcome {}

  /**
   * Nobody knows: the resource did not answer. It may have been stored, now or later.
   *
   * @param detail one sentence
   */
  record Unknown(String detail) implements WriteOutcome {}

  /**
   * The resource answered something that is neither.
   *
   * @param detail one sentence
   */
  record Broken(String detail) implements WriteOutcome {}
}
