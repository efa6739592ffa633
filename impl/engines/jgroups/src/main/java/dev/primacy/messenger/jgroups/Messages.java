package dev.primacy.messenger.jgroups;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** All this messenger says. */
@MessageLogger(projectCode = "PRIMACY-", length = 4)
interface Messages extends BasicLogger {

  Messages LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), Messages.class, "dev.primacy.messenger.jgroups");

  // Settings

  @Message(
      id = 3500,
      value =
          "%s: '%s' is no address and port, such as 192.0.2.1:7900 or [2001:db8::1]:7900; correct it.")
  String malformedAddress(String key, String value);

  @Message(
      id = 3501,
      value =
          "primacy.jgroups.failure-port: '%s' is no port from 1 to 65535 above that of"
              + " primacy.jgroups.bind; correct it.")
  String malformedPort(String value);

  @Message(
      id = 3502,
      value =
          "primacy.jgroups.secret has %s bytes where at least %s are needed; set the same long random"
              + " one on every node.")
  String shortSecret(int bytes, int least);

  @Message(
      id = 3503,
      value =
          "primacy.jgroups.bind: '%s' can be reached from other machines, and without"
              + " primacy.jgroups.secret anybody could publish and listen; set the secret, bind to a"
              + " loopback address, or set primacy.jgroups.insecure if the network protects itself.")
  String open(String bind);

  // Starting and publishing

  @Message(
      id = 3510,
      value = "Port %s of %s cannot be listened on (%s); free it, or set another %s.")
  String portTaken(int port, String host, String reason, String key);

  @Message(
      id = 3511,
      value =
          "The JGroups messenger could not join at %s (%s); correct primacy.jgroups.bind,"
              + " primacy.jgroups.failure-port or what the reason names.")
  String notJoined(String bind, String reason);

  @Message(id = 3512, value = "The JGroups messenger is not open; nothing was published.")
  String notOpen();

  @Message(
      id = 3513,
      value =
          "The JGroups messenger found no room for the message within %s ms: some node takes messages"
              + " more slowly than this one publishes them; nothing was published.")
  String noRoom(long millis);

  @Message(id = 3514, value = "The JGroups messenger can only be started once.")
  String startedBefore();

  // Losses

  @Message(
      id = 3520,
      value = "This node had no room for a message within its time, and JGroups keeps none.")
  String lostNoRoom();

  @Message(id = 3521, value = "JGroups did not take a message (%s).")
  String lostSending(String reason);

  @Message(id = 3522, value = "The messenger was closed before it had sent everything.")
  String lostClosing();

  // The log

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 3530,
      value = "The JGroups messenger listens at %s, and hears of failures at port %s.")
  void started(String bind, int failurePort);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 3531, value = "Messages go to and from: %s.")
  void members(String members);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3532,
      value =
          "primacy.jgroups.insecure: whoever reaches %s can publish events to this cluster and listen"
              + " to all of them.")
  void insecure(String bind);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3533,
      value =
          "Something at the messenger's port is not of this cluster, or of another version or secret"
              + " (%s); ignored and counted, the next ones are not logged.")
  void ignored(String what);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 3548, value = "A listener of the JGroups messenger failed.")
  void defect(@Cause Throwable cause);
}
