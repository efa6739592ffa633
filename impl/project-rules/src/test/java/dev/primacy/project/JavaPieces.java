package dev.primacy.project;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Java text cut into declarations and statements: where nothing is open, at a semicolon or a brace.
 */
final class JavaPieces {
  /** A comment, a text block, a string, a character, or one sign. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "//[^\\n]*|/\\*.*?\\*/|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|.",
          Pattern.DOTALL);

  /** What goes on after a closing brace. */
  private static final Pattern GOES_ON =
      Pattern.compile("\\s*(?:[;,.)]|(?:catch|finally|else)\\b)");

  private final List<String> pieces = new ArrayList<>();
  private final String text;
  private int open;
  private int from;

  private JavaPieces(String text) {
    this.text = text;
  }

  static List<String> of(String text) {
    JavaPieces cut = new JavaPieces(text);
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      cut.see(token.group(), token.end());
    }
    cut.end(text.length());
    return cut.pieces;
  }

  private void see(String token, int end) {
    switch (token) {
      case "(", "{", "[" -> open++;
      case ")", "]" -> open--;
      case "}" -> {
        open--;
        if (open == 0 && !GOES_ON.matcher(text).region(end, text.length()).lookingAt()) {
          end(end);
        }
      }
      case ";" -> {
        if (open == 0) {
          end(end);
        }
      }
      default -> {
        // within a piece
      }
    }
  }

  private void end(int at) {
    String piece = text.substring(from, at);
    if (!piece.isBlank()) {
      pieces.add(piece.strip());
    }
    from = at;
  }
}
