package dev.primacy.demo;

import dev.primacy.NodeRole;
import java.net.URI;
import java.nio.file.Path;
import org.jboss.logging.Messages;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/** Everything the demo says to people; numbers 4000 to 4099, never reused. */
@MessageBundle(projectCode = "PRIMACY-", length = 4)
public interface DemoMessages {
  /** The messages. */
  DemoMessages TEXT =
      Messages.getBundle(java.lang.invoke.MethodHandles.lookup(), DemoMessages.class);

  // 4001-4019: the light node's command line

  @Message(id = 4001, value = "'%s' is not a flag of this command; --help lists them.")
  String flagUnknown(String flag);

  @Message(id = 4002, value = "%s needs a value: %s.")
  String valueMissing(String flag, String what);

  @Message(id = 4003, value = "%s is missing: %s.")
  String flagMissing(String flag, String what);

  @Message(id = 4004, value = "%s is given twice; only --set may be repeated, with another key.")
  String flagTwice(String flag);

  @Message(id = 4005, value = "%s %s: not %s.")
  String valueBad(String flag, String value, String rule);

  @Message(id = 4006, value = "--peers names %s twice; every node is listed once.")
  String peerTwice(String peer);

  @Message(
      id = 4007,
      value =
          "--peers %s does not name this node, %s (--bind and --cluster); list every node's cluster"
              + " address, itself included.")
  String selfNotInPeers(String peers, String self);

  @Message(id = 4008, value = "--set %s is given twice; keep one of them.")
  String settingTwice(String key);

  @Message(
      id = 4009,
      value = "%s:%s (%s) cannot be bound: %s. Stop what listens there, or choose another %s.")
  String portTaken(String bind, int port, String purpose, String why, String flag);

  @Message(
      id = 4010,
      value =
          "port %s would serve as %s and as %s; a cluster port P takes P, P+1000 and P+2000, all"
              + " different from the others on this host.")
  String portsCollide(int port, String earlier, String purpose);

  @Message(
      id = 4011,
      value = "--data %s cannot be written: %s. Name a directory this user may write to.")
  String dataUnwritable(Path data, String why);

  @Message(
      id = 4012,
      value =
          "a node named %s runs on %s already; give each node its own --name, or stop the other one.")
  String nodeRunsAlready(String name, Path data);

  @Message(
      id = 4013,
      value =
          "--cluster and --peers go together; %s is missing. Without both the node is standalone.")
  String clusterHalf(String missing);

  @Message(id = 4014, value = "'%s' is not a host this machine can resolve; use an IP address.")
  String hostUnknown(String host);

  // 4020-4029: the light node's life

  @Message(id = 4020, value = "node %s cannot start: %s")
  String cannotStart(String name, String why);

  @Message(id = 4021, value = "node %s (pid %s) answers on %s")
  String answers(String name, long pid, URI url);

  @Message(id = 4022, value = "node %s stops")
  String stops(String name);

  @Message(id = 4023, value = "node %s has stopped")
  String stopped(String name);

  @Message(
      id = 4024,
      value = "node %s did not stop within %s s and ends now; its lease runs out by itself.")
  String stopTookTooLong(String name, long seconds);

  // 4030-4049: the launchers

  @Message(
      id = 4030,
      value =
          "port %s (%s of %s) is in use or cannot be bound: %s. Free it, or choose others with %s.")
  String demoPortTaken(int port, String purpose, String node, String why, String property);

  @Message(id = 4031, value = "-D%s=%s: not %s.")
  String propertyBad(String key, String value, String rule);

  @Message(id = 4032, value = "%s is missing: build it first with 'mvn -DskipTests package'.")
  String notBuilt(Path file);

  @Message(
      id = 4033,
      value = "no node became primary within %s s; the nodes' own lines above say why.")
  String noPrimary(long seconds);

  @Message(id = 4034, value = "%s ended by itself (exit code %s) before it answered.")
  String endedEarly(String node, int code);

  // 4050-4069: answers over HTTP

  @Message(id = 4050, value = "the body needs a member \"id\", text or a number.")
  String idMissing();

  @Message(id = 4051, value = "the token %s is older than the greatest this counter has seen, %s.")
  String staleToken(long token, String highest);

  @Message(id = 4052, value = "the counter's file %s cannot be used: %s.")
  String counterUnusable(Path file, String why);

  @Message(
      id = 4053,
      value = "%s did not answer (%s); the write may have been stored, and was sent only once.")
  String noAnswer(URI address, String why);

  @Message(id = 4054, value = "%s refused the write: it has seen a greater token.")
  String resourceRefused(URI address);

  @Message(id = 4055, value = "%s answered %s, which is neither 200 with a counter nor 409.")
  String badAnswer(URI address, int status);

  @Message(id = 4056, value = "a page of origin %s may not change anything here.")
  String foreignOrigin(String origin);

  @Message(id = 4057, value = "this is for callers on the node's own machine only.")
  String notLoopback();

  @Message(id = 4058, value = "the Host header names another server than this node.")
  String foreignHost();

  @Message(id = 4059, value = "this node is %s: only a primary can step down.")
  String nothingToStepDownFrom(NodeRole role);

  @Message(id = 4060, value = "the Content-Type has to be application/json.")
  String jsonOnly();
}
