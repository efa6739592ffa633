package dev.primacy.faults.history;

import dev.primacy.FencingToken;
import java.util.Optional;

/**
 * A call of the client: sent once, to one node.
 *
 * @param id unique
 * @param node the node it was sent to
 * @param invoked before anything was sent
 * @param returned after the answer was read, or given up
 * @param answer what is known
 * @param process the start of a node that did it; empty unless done
 * @param token the token it was done under; empty unless done
 * @param detail status or failure, for people
 */
public record Call(
    String id,
    String node,
    long invoked,
    long returned,
    Answer answer,
    Optional<String> process,
    Optional<FencingToken> token,
    String detail)
    implements Entry {
  static final String KIND = "call";

  /** Checks the order of the times. */
  public Call {
    Times.inOrder(invoked, returned);
  }

  static Call of(Words words) {
    return new Call(
        words.next(),
        words.next(),
        words.number(),
        words.number(),
        Answer.valueOf(words.next()),
        words.perhaps(),
        words.perhapsToken(),
        words.next());
  }

  @Override
  public String line() {
    return Words.line(KIND, id, node, invoked, returned, answer, process, token, detail);
  }
}
