package dev.primacy.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;

/**
 * A problem document but for the path of the request: what is the same for every refused call is
 * written once.
 */
final class ProblemTemplate {
  /** The member that holds the path. */
  static final String PATH = "instance";

  private static final String EMPTY_PATH = "\"" + PATH + "\":\"\"";

  private final byte[] head;
  private final byte[] tail;

  private ProblemTemplate(byte[] head, byte[] tail) {
    this.head = head;
    this.tail = tail;
  }

  /**
   * Of a document whose path is empty.
   *
   * @throws IllegalArgumentException if it has no such member
   */
  static ProblemTemplate of(String document) {
    // within a text each of these quotes would have a backslash before it
    int found = document.indexOf(EMPTY_PATH);
    if (found < 0) {
      throw new IllegalArgumentException("no empty " + PATH + " in " + document);
    }
    int split = found + EMPTY_PATH.length() - 1;
    return new ProblemTemplate(
        document.substring(0, split).getBytes(UTF_8), document.substring(split).getBytes(UTF_8));
  }

  /** The document with this path. */
  byte[] with(String path) {
    byte[] text = (isPlain(path) ? path : escaped(path)).getBytes(UTF_8);
    byte[] document = new byte[head.length + text.length + tail.length];
    System.arraycopy(head, 0, document, 0, head.length);
    System.arraycopy(text, 0, document, head.length, text.length);
    System.arraycopy(tail, 0, document, head.length + text.length, tail.length);
    return document;
  }

  /** Whether it is the same in JSON, as every valid path is. */
  private static boolean isPlain(String path) {
    for (int i = 0; i < path.length(); i++) {
      char letter = path.charAt(i);
      if (letter < ' ' || letter == '"' || letter == '\\') {
        return false;
      }
    }
    return true;
  }

  private static String escaped(String path) {
    String quoted = Json.createValue(path).toString();
    return quoted.substring(1, quoted.length() - 1);
  }
}
