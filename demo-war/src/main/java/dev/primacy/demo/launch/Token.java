package dev.primacy.demo.launch;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A bearer token. */
final class Token {
  private static final int BYTES = 24;

  private Token() {}

  /** One that nobody can guess, in letters that need no quotes. */
  static String fresh() {
    byte[] made = new byte[BYTES];
    new SecureRandom().nextBytes(made);
    return HexFormat.of().formatHex(made);
  }
}
