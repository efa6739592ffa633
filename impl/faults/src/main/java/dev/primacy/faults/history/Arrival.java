package dev.primacy.faults.history;

import dev.primacy.FencingToken;

/**
 * A write reached the resource. Their order in the history is the order in which the resource took
 * them.
 *
 * @param id the call that caused it
 * @param process the start of a node it came from
 * @param token the token it carried
 * @param accepted whether the resource stored it, or refused it for its token
 * @param at when the resource decided
 */
public record Arrival(String id, String process, FencingToken token, boolean accepted, long at)
    implements Entry {
  static final String KIND = "arrival";

  static Arrival of(Words words) {
    return new Arrival(words.next(), words.next(), words.token(), words.flag(), words.number());
  }

  /** Whether its token is lower than another one of the same scope. */
  public boolean isBehind(FencingToken other) {
    return other.isComparableWith(token) && other.supersedes(token);
  }

  @Override
  public String line() {
    return Words.line(KIND, id, process, token, accepted, at);
  }
}
