package dev.primacy.core.elector;

import dev.primacy.FencingToken;
import dev.primacy.core.gate.Admission;

/**
 * A token held: granted by the store, and not burned.
 *
 * @param token what to act under; always the same object, which tells one tenure from the next
 * @param stage granted, open or closing
 * @param confirmed until when a read proves that the group still shows this node as its holder (R9)
 */
record Tenure(FencingToken token, Stage stage, Deadline confirmed) {

  /** Whether calls are let in. */
  enum Stage {
    /** Observers run; nobody is let in yet. */
    GRANTED,
    /** Calls are let in. */
    OPEN,
    /** Calls drain under the token, nobody new is let in any more. */
    CLOSED
  }

  Tenure in(Stage changed) {
    return new Tenure(token, changed, confirmed);
  }

  Tenure confirmedUntil(Deadline until) {
    return new Tenure(token, stage, until);
  }

  Admission admission(Deadline until, boolean readOnly) {
    return stage == Stage.GRANTED
        ? Admission.CLOSED
        : new Admission(token, until.nanos(), until.millis(), stage == Stage.OPEN, readOnly);
  }
}
