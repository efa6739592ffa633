package dev.primacy.engine.zookeeper;

import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.SettingType;
import java.util.List;
import java.util.Optional;

/** The engine's rows of the settings table. */
final class Settings {

  static final String CONNECT = "primacy.zookeeper.connect";
  static final String PEERS = "primacy.zookeeper.peers";
  static final String SELF = "primacy.zookeeper.self";
  static final String BIND = "primacy.zookeeper.bind";
  static final String DATA = "primacy.zookeeper.data";
  static final String ROOT = "primacy.zookeeper.root";
  static final String AUTH = "primacy.zookeeper.auth";
  static final String INSECURE = "primacy.zookeeper.insecure";
  static final String KEY_STORE = "primacy.zookeeper.tls.keystore";
  static final String KEY_STORE_PASSWORD = "primacy.zookeeper.tls.keystore-password";
  static final String TRUST_STORE = "primacy.zookeeper.tls.truststore";
  static final String TRUST_STORE_PASSWORD = "primacy.zookeeper.tls.truststore-password";

  static final List<SettingDescription> ALL =
      List.of(
          row(
              CONNECT,
              SettingType.TEXT,
              "An ensemble that already runs: host:port, comma-separated, with an optional /path"
                  + " below which everything is kept. Excludes "
                  + PEERS
                  + '.'),
          row(
              PEERS,
              SettingType.ADDRESSES,
              "Embeds the ensemble in the nodes: the cluster addresses of all nodes, this one"
                  + " included, the same list on every node. The first three run a server, the"
                  + " others are its clients. From a port P the server takes P, P+1000 and P+2000."
                  + " One address is a server whose loss stops everything; two are refused."),
          row(
              SELF,
              SettingType.ADDRESSES,
              "This node's entry of "
                  + PEERS
                  + ". May be left out if only one entry has the host "
                  + BIND
                  + '.'),
          row(
              BIND,
              SettingType.TEXT,
              "The one address the embedded server listens on; by default the host of "
                  + SELF
                  + ". Anything but a loopback address needs "
                  + INSECURE
                  + "=true, since what the servers say to each other is not encrypted."),
          row(
              DATA,
              SettingType.DIRECTORY,
              "Where the embedded server keeps its log and snapshots. It must outlive restarts: a"
                  + " server that comes back empty may vote away what was acknowledged. The"
                  + " temporary directory is refused."),
          row(
              ROOT,
              SettingType.TEXT,
              "/primacy",
              "The path below which the records of all clusters are kept."),
          row(
              AUTH,
              SettingType.SECRET,
              "user:secret for ZooKeeper's digest scheme; records are then created for this user"
                  + " only. The same on every node, and never changed for records that exist."),
          row(
              INSECURE,
              SettingType.BOOLEAN,
              "false",
              "true lets the embedded server listen beyond loopback without encryption and"
                  + " authentication: whoever reaches its ports can make himself primary."),
          row(
              KEY_STORE,
              SettingType.TEXT,
              "File with this node's key and certificate (.p12, .jks or .pem), for TLS to the"
                  + " external ensemble."),
          row(KEY_STORE_PASSWORD, SettingType.SECRET, "Password of " + KEY_STORE + '.'),
          row(
              TRUST_STORE,
              SettingType.TEXT,
              "File with the certificates that are trusted (.p12, .jks or .pem): the authority that"
                  + " signed the certificates of the external ensemble, and nothing else."),
          row(TRUST_STORE_PASSWORD, SettingType.SECRET, "Password of " + TRUST_STORE + '.'));

  private Settings() {}

  private static SettingDescription row(String key, SettingType type, String description) {
    return new SettingDescription(key, type, Optional.empty(), description);
  }

  private static SettingDescription row(
      String key, SettingType type, String defaultValue, String description) {
    return new SettingDescription(key, type, Optional.of(defaultValue), description);
  }
}
