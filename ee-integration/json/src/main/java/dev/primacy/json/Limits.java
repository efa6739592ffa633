package dev.primacy.json;

import dev.primacy.spi.Message;
import java.math.BigDecimal;

/** What is kept to both ways, so that whatever one node can write another one can read. */
final class Limits {

  /** How deep objects and lists may be in each other, the event itself included. */
  static final int DEPTH = 32;

  /** How many digits a number may have. */
  static final int DIGITS = 1_000;

  /** How far from its digits the point of a number may be: who prints it has to write that much. */
  static final int SCALE = 1_000;

  /** Where writing ends. Beyond what can be sent, so that whoever sends can say how large it is. */
  static final int BYTES = 16 * Message.MAX_BODY_BYTES;

  private Limits() {}

  static void checkDepth(int depth) throws UnfitException {
    if (depth > DEPTH) {
      throw new UnfitException("is more than " + DEPTH + " objects and lists deep");
    }
  }

  static BigDecimal checked(BigDecimal number) throws UnfitException {
    if (number.precision() > DIGITS || Math.abs((long) number.scale()) > SCALE) {
      throw new UnfitException(
          "has more than " + DIGITS + " digits, or its point is more than " + SCALE + " away");
    }
    return number;
  }

  /** Text that is a sequence of characters: no half of one stands alone. */
  static String checked(String text) throws UnfitException {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!isPair(text, i)) {
          throw new UnfitException("has half a character (a lone surrogate)");
        }
        i++;
      }
    }
    return text;
  }

  private static boolean isPair(String text, int i) {
    return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
  }
}
