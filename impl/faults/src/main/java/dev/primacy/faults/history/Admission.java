package dev.primacy.faults.history;

import dev.primacy.FencingToken;

/**
 * A node let a call in: its guard said yes, under this token, at some instant between the two
 * times.
 *
 * @param id the call
 * @param process the start of a node that let it in
 * @param token the guard's own: what the call was let in under
 * @param arrived before the guard was asked
 * @param entered in the method
 */
public record Admission(String id, String process, FencingToken token, long arrived, long entered)
    implements Entry {
  static final String KIND = "admission";

  /** Checks the order of the times: a history that breaks it proves nothing. */
  public Admission {
    Times.inOrder(arrived, entered);
  }

  static Admission of(Words words) {
    return new Admission(words.next(), words.next(), words.token(), words.number(), words.number());
  }

  @Override
  public String line() {
    return Words.line(KIND, id, process, token, arrived, entered);
  }
}
