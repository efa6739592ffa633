package dev.primacy.faults.history;

/**
 * What a node knows, once by replaying the events it told its application, once by asking its
 * registry, at a time when nothing had happened to it for a while.
 *
 * @param process the start of a node
 * @param replayed the state that follows from the events
 * @param registered the state it answers with
 * @param at when both were read
 */
public record Reading(String process, String replayed, String registered, long at)
    implements Entry {
  static final String KIND = "reading";

  static Reading of(Words words) {
    return new Reading(words.next(), words.next(), words.next(), words.number());
  }

  @Override
  public String line() {
    return Words.line(KIND, process, replayed, registered, at);
  }
}
