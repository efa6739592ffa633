package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Messages.LOG;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ConnectStringParser;
import org.apache.zookeeper.client.HostProvider;
import org.apache.zookeeper.client.StaticHostProvider;
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

  /** Whether there is a choice of them. */
  boolean areSeveral() {
    return configuration.target() instanceof Target.Embedded embedded
        ? embedded.voters().size() > 1
        : servers.contains(",");
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

  /**
   * A client that begins to connect.
   *
   * @param arrived gets the server, as {@code host:port}, whenever one lets it in, on the client's
   *     send thread and before the watcher is told
   */
  ZooKeeper open(Watcher watcher, Consumer<String> arrived) throws IOException {
    ZooKeeper made = make(watcher, arrived);
    configuration.auth().ifPresent(auth -> made.addAuthInfo("digest", auth.getBytes(UTF_8)));
    return made;
  }

  /** The connect string would only name a chroot; the servers come from the provider. */
  private ZooKeeper make(Watcher watcher, Consumer<String> arrived) throws IOException {
    HostProvider order = new Arrivals(order(), arrived);
    return new ZooKeeper(
        "provided:1", configuration.sessionMillis(), watcher, false, order, config());
  }

  private HostProvider order() {
    return configuration.target() instanceof Target.Embedded embedded
        ? new Servers(embedded)
        : new StaticHostProvider(new ConnectStringParser(servers).getServerAddresses());
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
