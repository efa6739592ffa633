package dev.primacy.engine.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What Kubernetes tells a container of its surroundings.
 *
 * @param environment the variables of the process
 * @param account where the service account is mounted
 */
record Pod(Map<String, String> environment, Path account) {

  static Pod here() {
    return new Pod(System.getenv(), Path.of("/var/run/secrets/kubernetes.io/serviceaccount"));
  }

  /** Where the API server is; empty outside of a cluster, or where no account is mounted. */
  Optional<Access> access() {
    String host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
    String port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443");
    Path token = account.resolve("token");
    if (host.isEmpty() || !Files.isReadable(token)) {
      return Optional.empty();
    }
    String url = "https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    return Optional.of(
        new Access.Direct(url, Optional.of(account.resolve("ca.crt")), Optional.of(token)));
  }

  Optional<String> namespace() {
    try {
      String text = Files.readString(account.resolve("namespace")).strip();
      return Optional.of(text).filter(name -> !name.isEmpty());
    } catch (IOException notMounted) {
      return Optional.empty();
    }
  }
}
