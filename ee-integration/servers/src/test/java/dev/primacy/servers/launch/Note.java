package dev.primacy.servers.launch;

import java.util.Arrays;
import java.util.List;

/**
 * A line of a node's journal.
 *
 * @param nanos when it was written, by the clock all processes of the machine share
 * @param kind what kind of thing happened
 * @param words more about it
 */
public record Note(long nanos, String kind, List<String> words) {

  static Note parse(String line) {
    String[] parts = line.split(" ", -1);
    return new Note(
        Long.parseLong(parts[0]),
        parts[1],
        List.copyOf(Arrays.asList(parts).subList(2, parts.length)));
  }

  /** A word as a number. */
  public long number(int index) {
    return Long.parseLong(words.get(index));
  }
}
