package dev.primacy.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a request carries the operators' token. A missing one, a malformed, a short, a long and a
 * wrong one all go the same way: keyed digests of equal length are compared in constant time. Safe
 * on any thread.
 */
final class TokenCheck {
  private static final String SCHEME = "Bearer ";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final Comparison comparison;
  private final SecretKeySpec key;
  private final byte[] expected;

  /** Compares two digests. */
  @FunctionalInterface
  interface Comparison {

    /**
     * Compares, in a time that depends on the lengths only.
     *
     * @param presented the digest of what was sent
     * @param expected the digest of what should have been
     * @return true if they are equal
     */
    boolean areEqual(byte[] presented, byte[] expected);
  }

  /**
   * Makes the check.
   *
   * @param token the token; where there is none, one that nobody knows stands for it
   * @param random for the digests' key
   * @param comparison how digests are compared
   */
  TokenCheck(Optional<String> token, SecureRandom random, Comparison comparison) {
    this.comparison = comparison;
    this.key = new SecretKeySpec(bytes(random), ALGORITHM);
    this.expected = digest(token.map(text -> text.getBytes(UTF_8)).orElseGet(() -> bytes(random)));
  }

  private static byte[] bytes(SecureRandom random) {
    byte[] made = new byte[KEY_BYTES];
    random.nextBytes(made);
    return made;
  }

  /**
   * Checks a header.
   *
   * @param authorization the header; empty if there is none
   * @return true if it carries the token
   */
  boolean accepts(Optional<String> authorization) {
    String presented = authorization.map(TokenCheck::credentials).orElse("");
    return comparison.areEqual(digest(presented.getBytes(UTF_8)), expected);
  }

  private static String credentials(String header) {
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? header.substring(SCHEME.length()).strip()
        : "";
  }

  private byte[] digest(byte[] text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible); // every JDK has it
    }
  }
}
