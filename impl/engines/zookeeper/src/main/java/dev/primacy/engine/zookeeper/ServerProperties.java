package dev.primacy.engine.zookeeper;

import java.io.IOException;
import java.util.Properties;
import org.apache.zookeeper.server.quorum.QuorumPeerConfig;
import org.apache.zookeeper.server.quorum.QuorumPeerConfig.ConfigException;

/** The configuration of one embedded server. */
final class ServerProperties {

  private final Configuration configuration;
  private final Target.Embedded ensemble;
  private final DataDirectory data;

  ServerProperties(Configuration configuration, Target.Embedded ensemble, DataDirectory data) {
    this.configuration = configuration;
    this.ensemble = ensemble;
    this.data = data;
  }

  /**
   * What ZooKeeper reads only from system properties, hence for the whole process; a value that
   * somebody set already stays.
   */
  static void setProcessWideDefaults() {
    setIfAbsent("zookeeper.admin.enableServer", "false");
    setIfAbsent("zookeeper.4lw.commands.whitelist", "");
    // kB by which a log file grows; every election may open another one.
    setIfAbsent("zookeeper.preAllocSize", "4096");
  }

  private static void setIfAbsent(String key, String value) {
    if (System.getProperty(key) == null) {
      System.setProperty(key, value);
    }
  }

  QuorumPeerConfig parse() throws IOException, ConfigException {
    QuorumPeerConfig config = new QuorumPeerConfig();
    config.parseProperties(properties());
    return config;
  }

  Properties properties() {
    Properties all = new Properties();
    all.put("dataDir", data.path().toString());
    all.put("tickTime", Integer.toString(configuration.tickMillis()));
    all.put("initLimit", "10");
    all.put("syncLimit", "4");
    all.put("clientPort", Integer.toString(ensemble.self().clientPort()));
    all.put("clientPortAddress", ensemble.bind());
    all.put("quorumListenOnAllIPs", "false");
    all.put("standaloneEnabled", "false");
    all.put("reconfigEnabled", "false");
    // Its timer is never stopped: we purge.
    all.put("autopurge.purgeInterval", "0");
    all.put("metricsProvider.className", "org.apache.zookeeper.metrics.impl.NullMetricsProvider");
    for (int i = 0; i < ensemble.voters().size(); i++) {
      all.put("server." + (i + 1), server(ensemble.voters().get(i)));
    }
    return all;
  }

  private String server(Address voter) {
    boolean own = voter.equals(ensemble.self());
    String host = own ? Address.bracketed(ensemble.bind()) : voter.bracketedHost();
    return host + ':' + voter.quorumPort() + ':' + voter.electionPort() + ":participant";
  }
}
