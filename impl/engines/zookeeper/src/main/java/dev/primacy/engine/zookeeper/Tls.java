package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Messages.LOG;

import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.apache.zookeeper.client.ZKClientConfig;
import org.apache.zookeeper.common.ClientX509Util;
import org.apache.zookeeper.common.X509Exception;

/**
 * Key and trust stores for the way to an external ensemble.
 *
 * @param keyStore the file with this node's key, PKCS12, JKS or PEM by its ending
 * @param keyStorePassword its password
 * @param trustStore the file with the certificates that are trusted
 * @param trustStorePassword its password
 */
record Tls(String keyStore, String keyStorePassword, String trustStore, String trustStorePassword) {

  /** Found before the first connection: the client itself would try in vain for ever, silently. */
  Optional<String> problem() {
    try {
      context();
      return Optional.empty();
    } catch (X509Exception e) {
      return Optional.of(LOG.unusableTls(keyStore, trustStore, causeOf(e)));
    }
  }

  private SSLContext context() throws X509Exception {
    ZKClientConfig config = new ZKClientConfig();
    configure(config);
    try (ClientX509Util names = new ClientX509Util()) {
      return names.createSSLContext(config);
    }
  }

  /**
   * Shakes hands with the servers to learn whether one side does not accept the other's
   * certificate: the client tells that to ZooKeeper's log alone. Takes a while.
   *
   * @param servers {@code host:port}, comma-separated
   * @return what is wrong; empty if that is something else
   */
  Optional<String> disagreement(String servers) {
    try {
      Handshake handshake = new Handshake(context().getSocketFactory());
      return Stream.of(servers.split(","))
          .flatMap(each -> handshake.with(each).stream())
          .findFirst();
    } catch (X509Exception e) {
      return Optional.of(LOG.unusableTls(keyStore, trustStore, causeOf(e)));
    }
  }

  /** For this client alone: system properties would concern all others in the process. */
  void configure(ZKClientConfig config) {
    config.setProperty(ZKClientConfig.SECURE_CLIENT, "true");
    config.setProperty(
        ZKClientConfig.ZOOKEEPER_CLIENT_CNXN_SOCKET, "org.apache.zookeeper.ClientCnxnSocketNetty");
    try (ClientX509Util names = new ClientX509Util()) {
      config.setProperty(names.getSslKeystoreLocationProperty(), keyStore);
      config.setProperty(names.getSslKeystorePasswdProperty(), keyStorePassword);
      config.setProperty(names.getSslTruststoreLocationProperty(), trustStore);
      config.setProperty(names.getSslTruststorePasswdProperty(), trustStorePassword);
    }
  }

  static String causeOf(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  @Override
  public String toString() {
    return "Tls[" + keyStore + ", " + trustStore + ']';
  }
}
