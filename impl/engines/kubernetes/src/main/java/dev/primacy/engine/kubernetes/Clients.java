package dev.primacy.engine.kubernetes;

import static dev.primacy.engine.kubernetes.Messages.LOG;

import dev.primacy.spi.StoreException;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What fabric8's client is told: nothing but what is configured, and to repeat nothing. */
final class Clients {

  private Clients() {}

  static Config config(Configuration configuration) throws StoreException {
    Config config =
        configuration.access() instanceof Access.Kubeconfig kubeconfig
            ? of(kubeconfig)
            : of((Access.Direct) configuration.access());
    configuration.namespace().ifPresent(config::setNamespace);
    if (config.getNamespace() == null || config.getNamespace().isEmpty()) {
      throw new StoreException(LOG.noNamespace());
    }
    int limit = Math.toIntExact(configuration.requestTimeout().toMillis());
    config.setRequestTimeout(limit);
    config.setConnectionTimeout(Math.max(1, limit / 2));
    config.setRequestRetryBackoffLimit(0);
    config.setWatchReconnectLimit(0);
    // a connection of HTTP/2 is shared by all requests and, once dead, by all their timeouts
    config.setHttp2Disable(true);
    config.setUserAgent("primacy");
    return config;
  }

  private static Config of(Access.Direct direct) {
    Config config = Config.empty();
    config.setMasterUrl(direct.url().endsWith("/") ? direct.url() : direct.url() + "/");
    direct.ca().ifPresent(file -> config.setCaCertFile(file.toString()));
    direct.token().ifPresent(file -> config.setOauthTokenProvider(() -> token(file)));
    return config;
  }

  private static String token(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException gone) {
      LOG.debugf(gone, "no token");
      return "";
    }
  }

  private static Config of(Access.Kubeconfig kubeconfig) throws StoreException {
    try {
      Config config =
          Config.fromKubeconfig(kubeconfig.context().orElse(null), kubeconfig.file().toFile());
      if (config.getMasterUrl() == null || config.getCurrentContext() == null) {
        throw new StoreException(
            LOG.unusableKubeconfig(kubeconfig.file(), "it has no such context"));
      }
      return config;
    } catch (KubernetesClientException | IllegalArgumentException e) {
      throw new StoreException(LOG.unusableKubeconfig(kubeconfig.file(), Failures.reason(e)), e);
    }
  }
}
