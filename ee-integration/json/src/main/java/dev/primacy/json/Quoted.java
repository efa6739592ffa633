package dev.primacy.json;

/** Text of others, fit to be part of a message: printable, and not long. */
final class Quoted {
  private static final int LONGEST = 200;

  private Quoted() {}

  static String of(String text) {
    StringBuilder quoted = new StringBuilder();
    text.chars().limit(LONGEST).forEach(c -> append(quoted, (char) c));
    return text.length() > LONGEST ? quoted.append("...").toString() : quoted.toString();
  }

  private static void append(StringBuilder quoted, char c) {
    if (c >= ' ' && c <= '~') {
      quoted.append(c);
    } else {
      quoted.append("\\u%04x".formatted((int) c));
    }
  }
}
