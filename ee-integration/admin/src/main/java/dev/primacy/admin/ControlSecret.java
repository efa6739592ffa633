package dev.primacy.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret this front takes command with: the configured one; else one derived from the
 * operators' token, which is the same on all nodes that have the same token, and does not tell it;
 * else one of this node's own.
 */
final class ControlSecret {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private ControlSecret() {}

  static String of(AdminSettings settings, SecureRandom random) {
    return settings
        .controlSecret()
        .or(() -> settings.token().map(ControlSecret::derived))
        .orElseGet(() -> own(random));
  }

  private static String derived(String token) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(token.getBytes(UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal("primacy control".getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible); // every JDK has it
    }
  }

  private static String own(SecureRandom random) {
    byte[] made = new byte[BYTES];
    random.nextBytes(made);
    return HexFormat.of().formatHex(made);
  }
}
