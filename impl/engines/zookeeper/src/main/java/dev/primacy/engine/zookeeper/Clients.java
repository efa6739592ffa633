package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Messages.LOG;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.HostProvider;
import org.apache.zookeeper.client.ZKClientConfig;
import org.apache.zookeeper.data.ACL;
import org.jspecify.annotations.Nullable;

/** Makes client handles; each has a session of its own. */
final class Clients {

  /** How long closing waits for its answer. */
  private static final String CLOSE_MILLIS = "1000";

  private final Configuration configuration;
  private final String servers;
  private volatile @Nullable String disagreement; // what keeps the certificates apart

  Clients(Configuration configuration) {
    this.configuration = configuration;
    this.servers = describe(configuration.target());
  }

  private static String describe(Target target) {
    if (target instanceof Target.Embedded embedded) {
      return new Servers(embedded).toString();
    }
    return ((Target.External) target).servers();
  }

  /** The servers, for people. */
  String servers() {
    return servers;
  }

  boolean areEncrypted() {
    return configuration.tls().isPresent();
  }

  /** What a request is told while there is no connection, as far as the reason is known. */
  String notConnected() {
    if (!areEncrypted()) {
      return LOG.notConnected(servers);
    }
    String known = disagreement;
    return known == null ? LOG.notConnectedByTls(servers) : known;
  }

  /** Why there is no connection, for people. */
  String disconnection() {
    String known = disagreement;
    return known == null ? "no answer from " + servers : known;
  }

  /** Whatever kept them apart before is over. */
  void connected() {
    disagreement = null;
  }

  /** Finds the reason out, since the client does not tell it; on the maintenance thread. */
  void diagnose() {
    String found = configuration.tls().flatMap(tls -> tls.disagreement(servers)).orElse(null);
    if (found != null && !found.equals(disagreement)) {
      LOG.warn(found);
    }
    disagreement = found;
  }

  /** Anybody may read and write, unless there is a user: then this user alone. */
  List<ACL> acl() {
    return configuration.auth().isPresent()
        ? ZooDefs.Ids.CREATOR_ALL_ACL
        : ZooDefs.Ids.OPEN_ACL_UNSAFE;
  }

  ZooKeeper open(Watcher watcher) throws IOException {
    ZooKeeper made = make(watcher);
    configuration.auth().ifPresent(auth -> made.addAuthInfo("digest", auth.getBytes(UTF_8)));
    return made;
  }

  private ZooKeeper make(Watcher watcher) throws IOException {
    int session = configuration.sessionMillis();
    if (configuration.target() instanceof Target.Embedded embedded) {
      HostProvider order = new Servers(embedded);
      // The connect string only names the chroot here; the servers come from the provider.
      return new ZooKeeper("embedded:1", session, watcher, false, order, config());
    }
    return new ZooKeeper(servers, session, watcher, false, config());
  }

  private ZKClientConfig config() {
    ZKClientConfig config = new ZKClientConfig();
    config.setProperty(ZKClientConfig.ZOOKEEPER_REQUEST_TIMEOUT, CLOSE_MILLIS);
    if (System.getProperty("java.security.auth.login.config") == null) {
      config.setProperty(ZKClientConfig.ENABLE_CLIENT_SASL_KEY, "false");
    }
    configuration.tls().ifPresent(tls -> tls.configure(config));
    return config;
  }
}
