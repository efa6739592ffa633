package dev.primacy.engine.kubernetes;

import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.SettingType;
import java.util.List;
import java.util.Optional;

/** The engine's rows of the settings table. */
final class Settings {

  static final String NAMESPACE = "primacy.kubernetes.namespace";
  static final String API_SERVER = "primacy.kubernetes.api-server";
  static final String CA_FILE = "primacy.kubernetes.ca-file";
  static final String TOKEN_FILE = "primacy.kubernetes.token-file";
  static final String KUBECONFIG = "primacy.kubernetes.kubeconfig";
  static final String CONTEXT = "primacy.kubernetes.context";

  static final List<SettingDescription> ALL =
      List.of(
          row(
              NAMESPACE,
              SettingType.TEXT,
              "Where the Leases are kept, the same for all nodes; unset, the namespace of the pod, or"
                  + " the one of the kubeconfig's context. The service account needs the Role that"
                  + " the engine's page shows, in this namespace."),
          row(
              API_SERVER,
              SettingType.URL,
              "The API server, outside of the Kubernetes cluster or through a sidecar; unset, the one"
                  + " of the cluster the pod runs in. Plain http only to a loopback address."),
          row(
              CA_FILE,
              SettingType.TEXT,
              "Certificates (PEM) that sign the server's, for "
                  + API_SERVER
                  + "; unset, the JDK's."),
          row(
              TOKEN_FILE,
              SettingType.TEXT,
              "A file with the bearer token for "
                  + API_SERVER
                  + ", read anew for each request; unset, no token is sent."),
          row(
              KUBECONFIG,
              SettingType.TEXT,
              "A kubeconfig file to take address and credentials from, for use outside of the"
                  + " cluster; none is ever used unasked. Excludes "
                  + API_SERVER
                  + '.'),
          row(
              CONTEXT,
              SettingType.TEXT,
              "The context of " + KUBECONFIG + "; unset, its current one."));

  private Settings() {}

  private static SettingDescription row(String key, SettingType type, String description) {
    return new SettingDescription(key, type, Optional.empty(), description);
  }
}
