package dev.primacy.relay;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Everything a relay says, to people and to its followers: 3450 to 3499. */
@MessageLogger(projectCode = "PRIMACY-", length = 4)
interface RelayMessages extends BasicLogger {

  RelayMessages LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), RelayMessages.class, "dev.primacy.relay");

  // Deployment

  @Message(
      id = 3450,
      value =
          "primacy.relay.serve is '%s', but primacy.relay.serve-token has %s bytes where at least %s"
              + " are needed to keep strangers out; set a long random one, or leave"
              + " primacy.relay.serve false.")
  String shortToken(String serve, int bytes, int least);

  // Refusals

  @Message(id = 3460, value = "Present the relay's token: Authorization: Bearer <token>.")
  String unauthorized();

  @Message(
      id = 3461,
      value =
          "This relay answers over TLS or from its own machine only; use https, or set"
              + " primacy.relay.serve-insecure on the relay if the network encrypts by itself.")
  String plainText();

  @Message(
      id = 3462,
      value =
          "This node is no relay now; make it one with beRelay, or set primacy.relay.serve to always.")
  String noRelay();

  @Message(
      id = 3463,
      value =
          "This node follows through a relay itself, and a relay of a relay is refused; name a node"
              + " that reaches the store in primacy.relay.url.")
  String relayOfRelay();

  @Message(
      id = 3464,
      value =
          "The follower speaks version %s of the relay's format, and this relay version %s; update the"
              + " older of the two.")
  String otherVersion(int theirs, int ours);

  @Message(id = 3465, value = "That is no request of a follower: %s.")
  String malformed(String why);

  @Message(
      id = 3466,
      value =
          "The follower belongs to cluster '%s', and this relay to cluster '%s'; correct"
              + " primacy.cluster or primacy.relay.url.")
  String otherCluster(String theirs, String ours);

  @Message(
      id = 3467,
      value = "A follower writes its own node record and nothing else; %s was not written.")
  String notOwn(String what);

  @Message(
      id = 3468,
      value =
          "The node record of a follower is passive, and alive or left; this one is not, and was not"
              + " written.")
  String notPassive();

  @Message(
      id = 3469,
      value =
          "The follower accepts leases of %s ms at most, and this relay's is %s ms: its record would"
              + " keep every other node from leading. Set its primacy.lease.longest to that at"
              + " least.")
  String leaseRefused(long theirs, long ours);

  @Message(
      id = 3470,
      value =
          "Already %s nodes follow through this relay; name another one, or raise"
              + " primacy.relay.followers.")
  String full(int most);

  @Message(
      id = 3471,
      value = "The follower asks more often than %s times a second (primacy.relay.rate).")
  String tooOften(int rate);

  @Message(id = 3472, value = "A request of more than %s bytes is not read.")
  String tooLarge(int most);

  @Message(id = 3473, value = "A follower sends %s, not '%s'.")
  String otherType(String ours, String theirs);

  @Message(id = 3474, value = "The relay's store did not answer: %s")
  String noAnswer(String why);

  @Message(id = 3475, value = "This relay stops.")
  String stopping();

  // The log

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 3480,
      value = "Nodes that do not reach the store may follow through this one at %s (%s).")
  void serving(String path, String when);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3481,
      value =
          "primacy.relay.serve is set, but this node follows through a relay itself: every follower"
              + " will be refused.")
  void servesNobody();

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3482,
      value =
          "primacy.relay.serve is set, but this application takes part in no cluster: there is nothing"
              + " to follow.")
  void nothingToFollow();

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3483,
      value =
          "primacy.relay.serve-insecure lets followers send their token in plain text over the"
              + " network.")
  void insecure();

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 3484, value = "A node follows through this one (%s of %s).")
  void followed(int count, int most);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 9060, value = "A thread that answers a follower failed.")
  void defect(@Cause Throwable cause);
}
