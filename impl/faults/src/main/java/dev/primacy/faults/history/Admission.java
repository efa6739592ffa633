package dev.primacy.faults.history;

import dev.primacy.FencingToken;

/**
 * A node let a call in. The guard said yes between {@code arrived} and {@code entered}; under this
 * token the node was primary at some instant between {@code entered} and {@code read}.
 *
 * @param id the call
 * @param process the start of a node that let it in
 * @param token what the call acts under
 * @param arrived before the guard was asked
 * @param entered in the method, before the token was asked for
 * @param read after the token was had
 */
public record Admission(
    String id, String process, FencingToken token, long arrived, long entered, long read)
    implements Entry {
  static final String KIND = "admission";

  /** Checks the order of the times: a history that breaks it proves nothing. */
  public Admission {
    Times.inOrder(arrived, entered, read);
  }

  static Admission of(Words words) {
    return new Admission(
        words.next(), words.next(), words.token(), words.number(), words.number(), words.number());
  }

  @Override
  public String line() {
    return Words.line(KIND, id, process, token, arrived, entered, read);
  }
}
