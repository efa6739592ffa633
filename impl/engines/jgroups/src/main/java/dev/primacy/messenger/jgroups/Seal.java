package dev.primacy.messenger.jgroups;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts and authenticates by AES-GCM. Each sender has a key of its own, made of the secret and
 * of random bytes, so that counting is enough for a nonce never to come twice under a key.
 */
final class Seal {
  private static final int SALT = 16;
  private static final int HEAD = SALT + Long.BYTES;
  private static final int NONCE = 12;
  private static final int TAG = 16;

  /** Of senders whose keys are remembered; what comes of others is as good, but costs more. */
  private static final int REMEMBERED = 1024;

  private final SecretKeySpec master;
  private final byte[] salt = new byte[SALT];
  private final SecretKeySpec own;
  private final AtomicLong counter = new AtomicLong();
  private final Map<UUID, SecretKeySpec> others = new ConcurrentHashMap<>();

  /** The cluster is part of the key: another one with the same secret is another one. */
  Seal(byte[] secret, String cluster) throws GeneralSecurityException {
    master =
        new SecretKeySpec(
            mac(
                new SecretKeySpec(secret, "HmacSHA256"),
                ("primacy jgroups 1 " + cluster).getBytes(UTF_8)),
            "HmacSHA256");
    new SecureRandom().nextBytes(salt);
    own = key(salt);
  }

  private SecretKeySpec key(byte[] of) throws GeneralSecurityException {
    return new SecretKeySpec(mac(master, of), "AES");
  }

  private static byte[] mac(SecretKeySpec key, byte[] text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(key);
    return mac.doFinal(text);
  }

  byte[] seal(byte[] bytes, int offset, int length) throws GeneralSecurityException {
    ByteBuffer sealed = ByteBuffer.allocate(HEAD + length + TAG);
    sealed.put(salt).putLong(counter.incrementAndGet());
    Cipher cipher = cipher(Cipher.ENCRYPT_MODE, own, sealed.array(), 0);
    cipher.doFinal(bytes, offset, length, sealed.array(), HEAD);
    return sealed.array();
  }

  /** Fails unless somebody with the secret sealed it. */
  byte[] open(byte[] bytes, int offset, int length) throws GeneralSecurityException {
    if (length < HEAD + TAG) {
      throw new GeneralSecurityException("too short");
    }
    ByteBuffer head = ByteBuffer.wrap(bytes, offset, length);
    UUID sender = new UUID(head.getLong(), head.getLong());
    SecretKeySpec known = others.get(sender);
    SecretKeySpec key = known == null ? key(slice(bytes, offset)) : known;
    byte[] opened =
        cipher(Cipher.DECRYPT_MODE, key, bytes, offset)
            .doFinal(bytes, offset + HEAD, length - HEAD);
    if (known == null) {
      remember(sender, key);
    }
    return opened;
  }

  /** Only of those who have the secret, so that strangers fill nothing. */
  private void remember(UUID sender, SecretKeySpec key) {
    if (others.size() >= REMEMBERED) {
      others.clear();
    }
    others.put(sender, key);
  }

  private static byte[] slice(byte[] bytes, int offset) {
    return ByteBuffer.allocate(SALT).put(bytes, offset, SALT).array();
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] frame, int offset)
      throws GeneralSecurityException {
    byte[] nonce =
        ByteBuffer.allocate(NONCE).putInt(0).put(frame, offset + SALT, Long.BYTES).array();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
    cipher.updateAAD(frame, offset, HEAD);
    return cipher;
  }
}
