package dev.primacy.core.history;

import static dev.primacy.core.CoreMessages.MESSAGES;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much may be spent on the regular expressions of one query: they are written by whoever asks,
 * and some take for ever. Counted in characters looked at, so that it is the same on every machine.
 */
final class Effort {
  private final long most;
  private long left;

  Effort(long most) {
    this.most = most;
    this.left = most;
  }

  /**
   * Whether it is found within the text.
   *
   * @throws IllegalArgumentException if it costs too much to say
   */
  boolean find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(new Watched(text, 0, text.length()));
    try {
      return matcher.find();
    } catch (StackOverflowError tooDeep) {
      // the engine of java.util.regex recurses for each repetition of a group
      throw tooCostly();
    }
  }

  private IllegalArgumentException tooCostly() {
    return new IllegalArgumentException(MESSAGES.expressionTooCostly(most));
  }

  /** A text that counts how often it is looked at. */
  private final class Watched implements CharSequence {
    private final String text;
    private final int from;
    private final int to;

    Watched(String text, int from, int to) {
      this.text = text;
      this.from = from;
      this.to = to;
    }

    @Override
    public int length() {
      return to - from;
    }

    @Override
    public char charAt(int index) {
      if (--left < 0) {
        throw tooCostly();
      }
      return text.charAt(from + index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Watched(text, from + start, from + end);
    }

    @Override
    public String toString() {
      return text.substring(from, to);
    }
  }
}
