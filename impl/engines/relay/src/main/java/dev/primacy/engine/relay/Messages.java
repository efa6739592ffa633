package dev.primacy.engine.relay;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Everything this engine says to people: 3400 to 3449. */
@MessageLogger(projectCode = "PRIMACY-", length = 4)
interface Messages extends BasicLogger {

  Messages LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), Messages.class, "dev.primacy.engine.relay");

  // Settings

  @Message(
      id = 3400,
      value =
          "The relay engine does not know its relay: set primacy.relay.url to the relay resource of a"
              + " node that reaches the store, for example https://n2.example.com/primacy/relay.")
  String noUrl();

  @Message(
      id = 3401,
      value =
          "primacy.relay.url: '%s' is no absolute http or https address without user, query and"
              + " fragment; correct it.")
  String malformedUrl(String url);

  @Message(
      id = 3402,
      value =
          "primacy.relay.url: '%s' would send the token and the records in plain text over a network;"
              + " write https://, name a loopback address, or set primacy.relay.insecure if the"
              + " network encrypts by itself.")
  String plainText(String url);

  @Message(
      id = 3403,
      value =
          "primacy.relay.token has %s bytes where at least %s are needed; set the same long random one"
              + " as the relay's primacy.relay.serve-token.")
  String shortToken(int bytes, int least);

  @Message(
      id = 3404,
      value =
          "With the system property jdk.httpclient.enableAllMethodRetry the JDK's HTTP client repeats"
              + " writes by itself, so that one that succeeded may be reported as a conflict; remove"
              + " it.")
  String retries();

  @Message(
      id = 3405,
      value = "The HTTP client cannot be made (%s); correct the JVM's TLS settings.")
  String unusableClient(String reason);

  @Message(
      id = 3406,
      value =
          "primacy.relay.token has characters that no HTTP header can carry; use letters, digits and"
              + " -._~+/=.")
  String malformedToken();

  // Requests

  @Message(
      id = 3410,
      value =
          "A node that follows through a relay writes its own node record and nothing else; nothing"
              + " was sent.")
  String notOwn();

  @Message(id = 3411, value = "A value of %s bytes is larger than %s; nothing was sent.")
  String tooLarge(int bytes, int limit);

  @Message(id = 3412, value = "The relay engine is closed; nothing was sent.")
  String closed();

  @Message(id = 3413, value = "The relay at %s did not answer within %s ms.")
  String noAnswer(String relay, long millis);

  @Message(id = 3414, value = "No connection to the relay at %s (%s); nothing was sent.")
  String notConnected(String relay, String reason);

  @Message(id = 3415, value = "The connection to the relay at %s failed: %s")
  String failed(String relay, String reason);

  @Message(id = 3416, value = "The relay at %s refuses this node with status %s: %s")
  String refused(String relay, int status, String reason);

  @Message(
      id = 3417,
      value = "What answers at %s is no relay (status %s, type '%s'); correct primacy.relay.url.")
  String noRelay(String relay, int status, String type);

  @Message(
      id = 3418,
      value =
          "The relay at %s speaks version %s of the relay's format, and this node version %s; update"
              + " the older of the two.")
  String otherVersion(String relay, int theirs, int ours);

  @Message(id = 3419, value = "The answer of the relay at %s is not believed: %s.")
  String malformed(String relay, String why);

  @Message(id = 3420, value = "The store behind the relay at %s did not answer: %s")
  String storeAway(String relay, String why);

  // The log

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 3440, value = "This node follows through the relay at %s, as a secondary only.")
  void connected(String relay);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3441,
      value =
          "The relay cannot be used: %s Tried again until one of primacy.relay.url can; once it can it"
              + " is said.")
  void unusable(String reason);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3442,
      value =
          "No hints from the relay at %s (%s): changes are seen by asking, a little later; tried"
              + " again.")
  void noHints(String relay, String reason);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3443,
      value = "primacy.relay.insecure sends the token in plain text over the network.")
  void insecure();

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 9061, value = "A thread of the relay engine failed.")
  void defect(@Cause Throwable cause);
}
