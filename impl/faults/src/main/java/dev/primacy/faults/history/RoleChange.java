package dev.primacy.faults.history;

import dev.primacy.FencingToken;
import dev.primacy.NodeRole;
import java.util.Optional;

/**
 * A role event, as an observer of the application heard it.
 *
 * @param process the start of a node it was heard on
 * @param seq the event's own number
 * @param previous the role until then; empty on the first
 * @param current the role from then on
 * @param cause why
 * @param token the token gained or lost
 * @param at when the observer was called
 */
public record RoleChange(
    String process,
    long seq,
    Optional<NodeRole> previous,
    NodeRole current,
    String cause,
    Optional<FencingToken> token,
    long at)
    implements Entry {
  static final String KIND = "role";

  static RoleChange of(Words words) {
    return new RoleChange(
        words.next(),
        words.number(),
        words.perhaps().map(NodeRole::valueOf),
        NodeRole.valueOf(words.next()),
        words.next(),
        words.perhapsToken(),
        words.number());
  }

  @Override
  public String line() {
    return Words.line(KIND, process, seq, previous, current, cause, token, at);
  }
}
