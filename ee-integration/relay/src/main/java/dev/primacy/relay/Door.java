package dev.primacy.relay;

import static dev.primacy.relay.RelayMessages.LOG;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.primacy.core.runtime.RelaySource;
import dev.primacy.core.runtime.RelayState;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** Who may ask anything at all. */
final class Door {
  private static final String SCHEME = "bearer ";
  private static final int FORBIDDEN = 403;
  private static final int UNAUTHORIZED = 401;
  private static final int CONFLICT = 409;
  private static final int UNSUPPORTED = 415;

  private final RelayTerms terms;
  private final RelayState state;
  private final RelaySource source;
  private final byte[] expected;

  Door(RelayTerms terms, RelayState state, RelaySource source) {
    this.terms = terms;
    this.state = state;
    this.source = source;
    this.expected = digest(terms.token());
  }

  /** In this order, so that a stranger learns nothing of what this node is. */
  void pass(Caller caller) throws Refused {
    check(caller.encrypted() || caller.local() || terms.insecure(), FORBIDDEN, LOG.plainText());
    check(isKnown(caller), UNAUTHORIZED, LOG.unauthorized());
    check(!source.followsOnly(), CONFLICT, LOG.relayOfRelay());
    check(isOpen(), CONFLICT, LOG.noRelay());
    String type = caller.type().orElse("");
    boolean ours = type.toLowerCase(Locale.ROOT).startsWith(Format.TYPE);
    check(ours, UNSUPPORTED, LOG.otherType(Format.TYPE, Format.shown(type)));
  }

  boolean isOpen() {
    return terms.always() || state.isRelay();
  }

  /** A missing, a short and a wrong token take the same way: digests of one length are compared. */
  private boolean isKnown(Caller caller) {
    String header = caller.authorization().orElse("");
    boolean bearer = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    String presented = bearer ? header.substring(SCHEME.length()) : "";
    return MessageDigest.isEqual(digest(presented), expected);
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every JDK has SHA-256", never);
    }
  }

  private static void check(boolean holds, int status, String message) throws Refused {
    if (!holds) {
      throw new Refused(status, message);
    }
  }
}
