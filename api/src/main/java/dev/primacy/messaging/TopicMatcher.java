package dev.primacy.messaging;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A pattern of topics, by the rules of AMQP 0-9-1 (section 3.1.3.3, the topic exchange): words
 * between dots, {@code *} stands for exactly one word, {@code #} for any number of words, none
 * included. Immutable.
 *
 * @since 0.1
 */
public final class TopicMatcher {
  private final String pattern;
  private final List<String> words;

  private TopicMatcher(String pattern) {
    this.pattern = pattern;
    this.words = List.of(pattern.split("\\.", -1));
  }

  /**
   * Reads a pattern.
   *
   * @param pattern words between dots
   * @return the matcher
   */
  public static TopicMatcher of(String pattern) {
    return new TopicMatcher(pattern);
  }

  /**
   * What a subscriber means that names a type, an origin, both or neither.
   *
   * @param eventId the number of the type; empty for all types
   * @param origin the origin, or a pattern of origins; empty for all
   * @return {@code 1001.ucsd}, {@code 1001.#}, {@code *.ucsd} or {@code *.#}
   */
  public static TopicMatcher binding(OptionalInt eventId, Optional<String> origin) {
    String type = eventId.isPresent() ? Integer.toString(eventId.getAsInt()) : "*";
    return of(type + "." + origin.orElse("#"));
  }

  /**
   * Whether a topic, or an origin, is meant.
   *
   * @param topic words between dots
   * @return true if it is
   */
  public boolean matches(String topic) {
    return matches(words, List.of(topic.split("\\.", -1)));
  }

  /**
   * Row by row of the table of what a beginning of the pattern says to a beginning of the topic.
   */
  private static boolean matches(List<String> words, List<String> topic) {
    boolean[] row = new boolean[topic.size() + 1];
    row[0] = true;
    for (String word : words) {
      boolean[] next = new boolean[row.length];
      boolean any = word.equals("#");
      next[0] = any && row[0];
      for (int i = 1; i < row.length; i++) {
        next[i] =
            any
                ? row[i] || next[i - 1]
                : row[i - 1] && (word.equals("*") || word.equals(topic.get(i - 1)));
      }
      row = next;
    }
    return row[topic.size()];
  }

  /** The pattern. */
  @Override
  public String toString() {
    return pattern;
  }
}
