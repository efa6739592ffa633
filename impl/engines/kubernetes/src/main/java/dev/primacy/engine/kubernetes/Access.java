package dev.primacy.engine.kubernetes;

import java.nio.file.Path;
import java.util.Optional;

/** How the API server is reached. */
sealed interface Access {

  /**
   * By its address.
   *
   * @param url the address
   * @param ca certificates that sign the server's; empty for those of the JDK
   * @param token a file whose content proves who asks, read anew for each request since Kubernetes
   *     replaces it; empty to prove nothing
   */
  record Direct(String url, Optional<Path> ca, Optional<Path> token) implements Access {}

  /**
   * As kubectl does.
   *
   * @param file the kubeconfig
   * @param context one of its contexts; empty for its current one
   */
  record Kubeconfig(Path file, Optional<String> context) implements Access {}
}
