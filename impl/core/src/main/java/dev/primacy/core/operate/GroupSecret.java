package dev.primacy.core.operate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that is never kept or shown: only a digest of it is compared, in a time that does not
 * depend on where two digests differ, and only a keyed digest leaves the node.
 *
 * @since 0.1
 */
public final class GroupSecret {

  /** The fewest bytes a secret has, in UTF-8. */
  public static final int FEWEST_BYTES = 32;

  private final byte[] key;
  private final boolean longEnough;

  private GroupSecret(byte[] key, boolean longEnough) {
    this.key = key;
    this.longEnough = longEnough;
  }

  /**
   * Digests a secret.
   *
   * @param text the secret
   * @return what can be compared
   */
  public static GroupSecret of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new GroupSecret(digest(bytes), bytes.length >= FEWEST_BYTES);
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Whether it is long enough to be one.
   *
   * @return true from {@link #FEWEST_BYTES} on
   */
  public boolean isLongEnough() {
    return longEnough;
  }

  /**
   * Whether both are digests of the same secret; in constant time.
   *
   * @param other the other one
   * @return true if they are
   */
  public boolean matches(GroupSecret other) {
    return MessageDigest.isEqual(key, other.key);
  }

  /**
   * What a node publishes, so that others can tell whether they have the same secret: a keyed
   * digest of its incarnation, which shows nothing of a secret that cannot be guessed.
   *
   * @param incarnation the node that publishes it
   * @return HMAC-SHA-256 (RFC 2104) in Base64
   */
  public String proof(UUID incarnation) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] made = mac.doFinal(incarnation.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().withoutPadding().encodeToString(made);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Whether a node that published this has the same secret; in constant time.
   *
   * @param incarnation the node
   * @param published what it published
   * @return true if it has
   */
  public boolean isProvenBy(UUID incarnation, String published) {
    return MessageDigest.isEqual(
        digest(proof(incarnation).getBytes(StandardCharsets.UTF_8)),
        digest(published.getBytes(StandardCharsets.UTF_8)));
  }

  /** Shows nothing. */
  @Override
  public String toString() {
    return "(a secret)";
  }
}
