package dev.primacy.faults.history;

import dev.primacy.FencingToken;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a line, taken one after the other. */
final class Words {
  private static final String NONE = "-";
  private static final String BETWEEN = "\t";

  private final Iterator<String> words;

  Words(String line) {
    this.words = Arrays.asList(line.split(BETWEEN, -1)).iterator();
  }

  /** Makes a line; a word may have blanks, but neither tabulators nor line ends. */
  static String line(Object... words) {
    return Stream.of(words).map(Words::word).collect(Collectors.joining(BETWEEN));
  }

  private static String word(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(Words::word).orElse(NONE);
    }
    if (value instanceof FencingToken token) {
      return token.scope() + ":" + token.term();
    }
    return value.toString().replaceAll("\\s", " ");
  }

  String next() {
    if (!words.hasNext()) {
      throw new IllegalArgumentException("a word is missing");
    }
    return words.next();
  }

  long number() {
    return Long.parseLong(next());
  }

  boolean flag() {
    return Boolean.parseBoolean(next());
  }

  FencingToken token() {
    return token(next());
  }

  Optional<String> perhaps() {
    return Optional.of(next()).filter(word -> !word.equals(NONE));
  }

  Optional<FencingToken> perhapsToken() {
    return perhaps().map(Words::token);
  }

  private static FencingToken token(String word) {
    int colon = word.indexOf(':');
    return new FencingToken(
        UUID.fromString(word.substring(0, colon)), Long.parseLong(word.substring(colon + 1)));
  }
}
