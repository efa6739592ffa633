package dev.primacy.engine.zookeeper;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Everything this engine says to people: 3000 to 3099. */
@MessageLogger(projectCode = "PRIMACY-", length = 4)
interface Messages extends BasicLogger {

  Messages LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), Messages.class, "dev.primacy.engine.zookeeper");

  // Settings

  @Message(
      id = 3000,
      value =
          "The ZooKeeper engine does not know its ensemble: set primacy.zookeeper.connect for one"
              + " that runs already, or primacy.zookeeper.peers to embed one in the nodes.")
  String noEnsemble();

  @Message(
      id = 3001,
      value =
          "primacy.zookeeper.connect and primacy.zookeeper.peers are both set, but there is one"
              + " ensemble: remove the one that is not meant.")
  String twoEnsembles();

  @Message(
      id = 3002,
      value =
          "%s: '%s' is not an address; write host:port with a port from 1 to 65535, [host]:port for"
              + " a literal IPv6 address.")
  String notAnAddress(String key, String value);

  @Message(
      id = 3003,
      value =
          "primacy.zookeeper.peers: '%s' stands there twice, but each node has one cluster address;"
              + " remove it or correct it.")
  String duplicatePeer(Address peer);

  @Message(
      id = 3004,
      value =
          "primacy.zookeeper.peers: of the port %s the server would take P+1000 and P+2000, but"
              + " 65535 is the highest; choose a port up to 63535.")
  String portTooHigh(Address peer);

  @Message(
      id = 3005,
      value =
          "primacy.zookeeper.peers lists two nodes: two voters stop as soon as either is lost,"
              + " which is worse than one. List three or more nodes, or one.")
  String twoVoters();

  @Message(
      id = 3006,
      value =
          "primacy.zookeeper.self: '%s' is not in primacy.zookeeper.peers (%s), but every node"
              + " lists itself, written the same way; correct one of the two.")
  String selfNotListed(Address self, String peers);

  @Message(
      id = 3007,
      value =
          "Which entry of primacy.zookeeper.peers (%s) is this node cannot be told from"
              + " primacy.zookeeper.bind=%s; set primacy.zookeeper.self to it.")
  String selfUnknown(String peers, String bind);

  @Message(
      id = 3008,
      value =
          "primacy.zookeeper.bind: '%s' means every address of the machine, but the server listens"
              + " on one; name it.")
  String wildcardBind(String bind);

  @Message(
      id = 3009,
      value =
          "The embedded ZooKeeper server would listen on %s without encryption and authentication;"
              + " whoever reaches it can make himself primary. Bind it to a loopback address, use"
              + " an external ensemble with TLS (primacy.zookeeper.connect), or set"
              + " primacy.zookeeper.insecure=true if the network is closed.")
  String openBind(String bind);

  @Message(
      id = 3010,
      value =
          "primacy.zookeeper.data is not set, but the embedded ZooKeeper server needs a directory"
              + " that outlives restarts; set it, a different one for each node of a machine.")
  String noData();

  @Message(
      id = 3011,
      value =
          "primacy.zookeeper.data: '%s' is a temporary directory, which may be emptied at any time;"
              + " a server that comes back empty may vote away what was acknowledged. Choose a"
              + " directory that stays.")
  String temporaryData(String data);

  @Message(
      id = 3012,
      value =
          "primacy.zookeeper.data: '%s' cannot be written (%s); make it a directory that the"
              + " application's user may write, or choose another one.")
  String dataNotWritable(String data, String reason);

  @Message(
      id = 3013,
      value =
          "primacy.zookeeper.data: '%s' belongs to %s, but the settings say %s. The voters of an"
              + " ensemble are fixed: restore the settings, or move this node to another directory"
              + " as documented for a changed list.")
  String foreignData(String data, String found, String configured);

  @Message(
      id = 3014,
      value =
          "primacy.zookeeper.auth is not of the form user:secret with both parts; correct it. (Its"
              + " value is not shown.)")
  String malformedAuth();

  @Message(
      id = 3015,
      value =
          "TLS needs primacy.zookeeper.tls.keystore and primacy.zookeeper.tls.truststore together,"
              + " since both sides show a certificate; set %s too, or neither.")
  String incompleteTls(String key);

  @Message(id = 3016, value = "%s: '%s' cannot be read; correct the path or the permissions.")
  String unreadableStore(String key, String file);

  @Message(
      id = 3017,
      value = "%s: '%s' is not an absolute path of ZooKeeper's; write it like /primacy.")
  String malformedRoot(String key, String root);

  @Message(
      id = 3018,
      value =
          "primacy.zookeeper.tls.* protects the way to an external ensemble; between embedded"
              + " servers it is not offered. Remove these settings, or use"
              + " primacy.zookeeper.connect.")
  String tlsIsForExternal();

  @Message(
      id = 3019,
      value =
          "primacy.zookeeper.tls.*: the key store '%s' and the trust store '%s' cannot be used"
              + " (%s); correct the files, their passwords, or the endings (.p12, .jks, .pem) that"
              + " tell their kind.")
  String unusableTls(String keyStore, String trustStore, String reason);

  // Starting

  @Message(
      id = 3020,
      value =
          "Port %s of %s, which the embedded ZooKeeper server needs for %s, is in use or cannot be"
              + " bound (%s); stop what uses it, or give this node another cluster port.")
  String portInUse(String port, String host, String purpose, String reason);

  @Message(
      id = 3021,
      value = "The embedded ZooKeeper server on %s did not start: %s. Its own log tells more.")
  String serverDidNotStart(Address self, String reason);

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 3022,
      value =
          "Embedded ZooKeeper server %s of %s runs on %s, ports %s (quorum), %s (election) and %s"
              + " (clients), data in %s.")
  void serverRuns(int id, int of, String bind, int quorum, int election, int client, String data);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3023,
      value =
          "primacy.zookeeper.data: '%s' lies below a temporary directory, which may be emptied at"
              + " any time; choose a directory that stays.")
  void dataBelowTemporary(String data);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3024,
      value =
          "The embedded ZooKeeper server listens on %s without encryption and authentication, as"
              + " primacy.zookeeper.insecure=true tells it to: whoever reaches it can make himself"
              + " primary.")
  void insecure(String bind);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3025,
      value =
          "The ensemble has one voter, %s: while it is away nobody can become or stay primary."
              + " List three nodes to survive the loss of one.")
  void singleVoter(Address voter);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3026,
      value =
          "primacy.zookeeper.data: '%s' is empty. Right at the first start of this voter; if it had"
              + " data before, start it only while the other voters run, so that it copies theirs.")
  void emptyData(String data);

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 3027,
      value =
          "Removed %s: a log of the embedded ZooKeeper server that ended before anything was written"
              + " to it.")
  void unbegunLog(String file);

  // Running

  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 3030,
      value =
          "The embedded ZooKeeper server on %s ended: %s. This node is suspended until the server"
              + " runs again; it is closed, and never goes on from where it was.")
  void serverDied(Address self, String reason, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 3033, value = "ZooKeeper ensemble: %s.")
  void votersMissing(String picture);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 3034, value = "ZooKeeper ensemble: %s.")
  void votersComplete(String picture);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 3035, value = "The ZooKeeper session expired; a new one is opened.")
  void sessionExpired();

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 3054,
      value = "ZooKeeper is reached through its server %s from now on, no longer through %s.")
  void otherServer(String now, String before);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 3036, value = "A ZooKeeper client could not be made (%s); next attempt in %s ms.")
  void clientNotMade(String reason, long delay);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3037,
      value = "Old files of the embedded ZooKeeper server in '%s' could not be purged: %s.")
  void purgeFailed(String data, String reason);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3038,
      value = "The ZooKeeper client did not close within %s ms; its threads end later.")
  void slowClose(long millis);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 3039,
      value =
          "ZooKeeper refused the credentials of this node; set primacy.zookeeper.auth and the tls"
              + " settings as on the other nodes.")
  void authenticationFailed();

  // Requests

  @Message(id = 3040, value = "Not connected to ZooKeeper (%s); nothing was sent.")
  String notConnected(String servers);

  @Message(id = 3041, value = "ZooKeeper did not answer within %s ms.")
  String noAnswer(long millis);

  @Message(id = 3042, value = "ZooKeeper answered %s for %s.")
  String badAnswer(String code, String path);

  @Message(
      id = 3043,
      value =
          "The node %s in ZooKeeper is not a record of Primacy; use another"
              + " primacy.zookeeper.root, or remove it.")
  String notARecord(String path);

  @Message(id = 3044, value = "The ZooKeeper engine is closed; nothing was sent.")
  String closed();

  @Message(
      id = 3045,
      value = "This node's ZooKeeper server failed and has to be started again; nothing was sent.")
  String suspended();

  @Message(id = 3046, value = "A value of %s bytes is larger than %s; nothing was sent.")
  String tooLarge(int bytes, int limit);

  @Message(
      id = 3048,
      value =
          "Not connected to ZooKeeper (%s) over TLS; nothing was sent. If the servers run, one side"
              + " does not accept the other's certificate: compare the trust stores of both with"
              + " the certificates, and the name in the servers' with primacy.zookeeper.connect."
              + " The log of org.apache.zookeeper tells which.")
  String notConnectedByTls(String servers);

  @Message(
      id = 3050,
      value =
          "Not connected to ZooKeeper; nothing was sent. The certificate of %s is not accepted"
              + " (%s): primacy.zookeeper.tls.truststore has to hold it or its issuer, and it has"
              + " to name the host as primacy.zookeeper.connect does.")
  String serverNotAccepted(String server, String reason);

  @Message(
      id = 3051,
      value =
          "Not connected to ZooKeeper; nothing was sent. %s does not accept this node's certificate"
              + " (%s): the trust store of the servers has to hold the certificate in"
              + " primacy.zookeeper.tls.keystore, or its issuer.")
  String nodeNotAccepted(String server, String reason);

  @Message(
      id = 3049,
      value =
          "ZooKeeper does not allow this node to use %s; set primacy.zookeeper.auth to the user and"
              + " secret of the other nodes, or have the path's access list changed.")
  String notAllowed(String path);

  @Message(
      id = 3052,
      value =
          "ZooKeeper did not report that %s had changed, as it promises to; everything is read"
              + " anew.")
  String notReported(String path);

  @Message(
      id = 3053,
      value = "Nothing was listed, since the write before it was not answered with a yes or no.")
  String notListed();

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 3047, value = "A task of the ZooKeeper engine failed; it is tried again in time.")
  void maintenanceFailed(@Cause Throwable cause);
}
