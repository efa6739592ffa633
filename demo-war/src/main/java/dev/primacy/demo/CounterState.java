package dev.primacy.demo;

import dev.primacy.FencingToken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The one line of the counter's file: {@code counter term scope closed…}.
 *
 * @param counter how many writes were stored
 * @param term the greatest term seen in the scope; 0 if none
 * @param scopes the scopes seen, the one that stands first; empty before the first token
 */
record CounterState(long counter, long term, List<UUID> scopes) {
  private static final CounterState EMPTY = new CounterState(0, 0, List.of());

  CounterState {
    scopes = List.copyOf(scopes);
  }

  /** Reads the first line; a file just created is empty. */
  static CounterState parse(String content) {
    List<String> words = Arrays.asList(content.lines().findFirst().orElse("").split(" "));
    if (words.size() < 2) {
      return EMPTY;
    }
    return new CounterState(
        Long.parseLong(words.get(0)),
        Long.parseLong(words.get(1)),
        words.stream().skip(2).map(UUID::fromString).toList());
  }

  String format() {
    StringBuilder line = new StringBuilder().append(counter).append(' ').append(term);
    scopes.forEach(scope -> line.append(' ').append(scope));
    return line.append('\n').toString();
  }

  /** Whether a write under this token may be stored. */
  boolean accepts(FencingToken token) {
    int seen = scopes.indexOf(token.scope());
    return seen < 0 || (seen == 0 && token.term() >= term);
  }

  /** The state with one more write, under a token that was accepted. */
  CounterState counted(Optional<FencingToken> token) {
    return token
        .map(held -> new CounterState(counter + 1, held.term(), withFirst(held.scope())))
        .orElseGet(() -> new CounterState(counter + 1, term, scopes));
  }

  /** The token that stands, for people. */
  String highest() {
    return term + (scopes.isEmpty() ? "" : " of scope " + scopes.get(0));
  }

  private List<UUID> withFirst(UUID scope) {
    if (scopes.contains(scope)) {
      return scopes;
    }
    List<UUID> all = new ArrayList<>(scopes);
    all.add(0, scope);
    return all;
  }
}
